import { i18n } from '@lingui/core';
import type { SecretStorage } from '../../../contract/app-status';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { useAction } from '../common/use-action';

const REASONS: Record<NonNullable<SecretStorage['reason']>, string> = {
  locked: /*i18n*/ 'The keychain is locked',
  unavailable: /*i18n*/ 'No keychain answers on this computer',
  chosen: /*i18n*/ 'Chosen at the start',
};

/** Where secrets are in this run, and why. */
export function SecretStorageSection({ storage }: { storage: SecretStorage }) {
  const { busy, run } = useAction();
  const inSession = storage.mode === 'session';
  const facts: KeyValue[] = [
    { name: i18n.t('Kept in'), value: inSession ? i18n.t('Memory only, until Tenantry closes') : storage.backend },
  ];
  if (inSession && storage.reason) facts.push({ name: i18n.t('Why'), value: i18n.t(REASONS[storage.reason]) });
  if (storage.detail) facts.push({ name: i18n.t('Detail'), value: storage.detail });

  return (
    <section className="card" aria-label={i18n.t('Secret storage')}>
      <h2>{i18n.t('Secret storage')}</h2>
      <KeyValueList items={facts} />
      <p className="quiet">
        {i18n.t(
          'The client secrets and the private keys of your partner apps, and the key of the encrypted store, live in the keychain of this computer and nowhere else. Without a keychain Tenantry works in memory and writes nothing to disk.',
        )}
      </p>
      {inSession && (
        <div className="card-actions">
          <ActionButton group="Settings" disabled={busy} onClick={() => void run(() => call('secrets.retry'))}>
            {busy ? i18n.t('Trying…') : i18n.t('Try the keychain again')}
          </ActionButton>
        </div>
      )}
    </section>
  );
}
