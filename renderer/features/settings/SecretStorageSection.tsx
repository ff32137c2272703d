import { Button } from '@fluentui/react-components';
import type { SecretStorage } from '../../../contract/app-status';
import { call } from '../../bridge/client';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { useAction } from '../common/use-action';

const REASONS: Record<NonNullable<SecretStorage['reason']>, string> = {
  locked: 'The keychain is locked',
  unavailable: 'No keychain answers on this computer',
  chosen: 'Chosen at the start',
};

/** Where secrets are in this run, and why. */
export function SecretStorageSection({ storage }: { storage: SecretStorage }) {
  const { busy, run } = useAction();
  const inSession = storage.mode === 'session';
  const facts: KeyValue[] = [{ name: 'Kept in', value: inSession ? 'Memory only, until Tenantry closes' : storage.backend }];
  if (inSession && storage.reason) facts.push({ name: 'Why', value: REASONS[storage.reason] });
  if (storage.detail) facts.push({ name: 'Detail', value: storage.detail });

  return (
    <section className="card" aria-label="Secret storage">
      <h2>Secret storage</h2>
      <KeyValueList items={facts} />
      <p className="quiet">
        The client secrets and the private keys of your partner apps, and the key of the encrypted store, live in the keychain of this
        computer and nowhere else. Without a keychain Tenantry works in memory and writes nothing to disk.
      </p>
      {inSession && (
        <div className="card-actions">
          <Button disabled={busy} onClick={() => void run(() => call('secrets.retry'))}>
            {busy ? 'Trying…' : 'Try the keychain again'}
          </Button>
        </div>
      )}
    </section>
  );
}
