import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { SecretStorage } from '../../../contract/app-status';
import type { CredentialCheck, PartnerApp } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { useNotices } from '../../ui/notices';
import { RelativeTime } from '../../ui/RelativeTime';
import { StateBadge } from '../../ui/StateBadge';
import { useAction } from '../common/use-action';
import { CheckOutcome } from './CheckOutcome';

interface CredentialSectionProps {
  app: PartnerApp;
  storage: SecretStorage;
}

/** The client secret: where it is, whether Entra accepts it, and the way to its own window. */
export function CredentialSection({ app, storage }: CredentialSectionProps) {
  const [checked, setChecked] = useState<{ of: string; check: CredentialCheck } | null>(null);
  const entering = useAction();
  const checking = useAction();
  const notices = useNotices();
  const loadStatus = useApp((state) => state.loadStatus);
  const go = useApp((state) => state.go);
  const missing = app.secret === 'missing';
  // What was said of another registration, or of a secret that is gone, is no longer true.
  const subject = [app.clientId, app.homeTenantId, app.cloud.id].join(' ');
  const check = checked?.of === subject && !missing ? checked.check : null;
  const setCheck = (check: CredentialCheck) => setChecked({ of: subject, check });
  const busy = entering.busy || checking.busy;

  const enter = async () => {
    const result = await entering.run(() => call('partnerApp.enterSecret', { appId: app.appId }));
    await loadStatus();
    if (!result.ok) return;
    setCheck(result.value);
    if (result.value.outcome === 'accepted') notices.done('Client secret accepted');
  };
  const checkAgain = async () => {
    const result = await checking.run(() => call('partnerApp.check', { appId: app.appId }));
    if (result.ok) setCheck(result.value);
    await loadStatus();
  };

  return (
    <section className="card" aria-label="Client secret">
      <div className="card-title-row">
        <h2>Client secret</h2>
        <StateBadge tone={missing ? 'warning' : 'good'} label={missing ? 'Not entered' : 'Held'} />
      </div>
      <KeyValueList items={facts(app, storage)} />
      <div role="status" aria-label="Secret check">
        {checking.busy ? <Spinner size="tiny" label="Asking Entra ID…" labelPosition="after" /> : check && <CheckOutcome check={check} />}
      </div>
      <div className="card-actions">
        <Button appearance={missing ? 'primary' : 'secondary'} disabled={busy} onClick={() => void enter()}>
          {entering.busy ? 'Waiting for the secret window…' : missing ? 'Enter client secret…' : 'Replace secret…'}
        </Button>
        {!missing && (
          <Button disabled={busy} onClick={() => void checkAgain()}>
            {check ? 'Check again' : 'Check now'}
          </Button>
        )}
        {check?.outcome === 'accepted' && (
          <Button appearance="primary" onClick={() => go({ page: 'tenants', tenantId: null })}>
            Go to tenants
          </Button>
        )}
      </div>
      <p className="quiet">The secret is typed into a window of its own, so that this page never holds it. It is not shown again.</p>
    </section>
  );
}

function facts(app: PartnerApp, storage: SecretStorage): KeyValue[] {
  return [
    { name: 'Kept in', value: whereWords(app.secret, storage) },
    { name: 'Registration saved', value: <RelativeTime at={app.savedAt} full /> },
  ];
}

function whereWords(secret: PartnerApp['secret'], storage: SecretStorage): string {
  switch (secret) {
    case 'keychain':
      return `The keychain of this computer: ${storage.backend}`;
    case 'session':
      return 'Memory only, until Tenantry closes';
    case 'missing':
      return storage.mode === 'keychain'
        ? `Nowhere yet. It will go to ${storage.backend}.`
        : 'Nowhere yet. It will be kept in memory only, until Tenantry closes.';
  }
}
