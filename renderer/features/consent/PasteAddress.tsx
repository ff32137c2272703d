import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { i18n } from '@lingui/core';
import type { ConsentVerdict } from '../../../contract/consent';
import type { TenantId } from '../../../contract/ids';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';
import { verdictWords } from './consent-words';

const MOST = 8192;

/** Takes the address the customer's browser ended on, and says what it is. */
export function PasteAddress({ tenantId }: { tenantId: TenantId }) {
  const [address, setAddress] = useState('');
  const [verdict, setVerdict] = useState<ConsentVerdict | null>(null);
  const { busy, run } = useAction();
  const tenants = useApp((state) => state.tenants);
  const nameOf = (id: string) => tenants.find((tenant) => tenant.tenantId === id)?.displayName ?? i18n.t('the tenant {id}', { id });
  const words = verdict && verdictWords(verdict, nameOf);

  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() === '') return;
    const result = await run(() => call('consent.takeAddress', { tenantId, address }));
    setVerdict(result.ok ? result.value : null);
    if (result.ok && ['granted', 'declined', 'mismatch'].includes(result.value.verdict)) setAddress('');
  };

  return (
    <form className="consent-paste" onSubmit={(event) => void take(event)}>
      <Field
        label={i18n.t('Address the browser ended on')}
        hint={i18n.t('When the customer consented on another computer: have the whole address sent to you and paste it here.')}
      >
        <div className="consent-paste-row">
          <Input
            className="code-input"
            value={address}
            maxLength={MOST}
            placeholder="https://…?admin_consent=True&tenant=…&state=…"
            onChange={(_event, data) => {
              setAddress(data.value);
              setVerdict(null);
            }}
          />
          <Button type="submit" disabled={busy || address.trim() === ''}>
            {i18n.t('Take over')}
          </Button>
        </div>
      </Field>
      {words && (
        <div className={`consent-probe-words consent-event-${words.tone}`} role="status">
          <strong>{words.title}</strong>
          {words.text && <div>{words.text}</div>}
        </div>
      )}
    </form>
  );
}
