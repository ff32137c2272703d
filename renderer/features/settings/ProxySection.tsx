import { i18n } from '@lingui/core';
import type { ProxyUse } from '../../../contract/proxy';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { KeyValueList } from '../../ui/KeyValueList';
import { useAction } from '../common/use-action';

/** Proxies that asked for a sign-in, and where it is kept. */
export function ProxySection({ proxies }: { proxies: readonly ProxyUse[] }) {
  return (
    <section className="card" aria-label={i18n.t('Proxies')}>
      <h2>{i18n.t('Proxies')}</h2>
      <p>{i18n.t('Which proxy is used is a setting of this computer. These want a sign-in.')}</p>
      {proxies.map((use) => (
        <OneProxy key={use.proxy} use={use} />
      ))}
    </section>
  );
}

function OneProxy({ use }: { use: ProxyUse }) {
  const { busy, run } = useAction();
  const { proxy, state } = use;
  return (
    <div className="section-block">
      <KeyValueList items={[{ name: proxy, value: stateWords(use) }]} />
      <div className="card-actions">
        <ActionButton group="Settings" disabled={busy} onClick={() => void run(() => call('proxy.signIn', { proxy }))}>
          {i18n.t('Sign in…')}
        </ActionButton>
        {state === 'signedIn' && (
          <ActionButton group="Settings" disabled={busy} onClick={() => void run(() => call('proxy.forget', { proxy }))}>
            {i18n.t('Forget the sign-in')}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

function stateWords({ state, kept }: ProxyUse): string {
  if (state === 'refused') return i18n.t('Did not take the last sign-in');
  if (state === 'wanted') return i18n.t('Wants a sign-in');
  return kept === 'keychain'
    ? i18n.t('Signed in; kept in the keychain of this computer')
    : i18n.t('Signed in until Tenantry closes; kept in memory only');
}
