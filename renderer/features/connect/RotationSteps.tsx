import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { Credential, CredentialCheck, CredentialProof } from '../../../contract/credential';
import type { PartnerApp } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { StateBadge } from '../../ui/StateBadge';
import { diagnose } from '../common/diagnosis';
import { useAction } from '../common/use-action';
import { kindWords } from './credential-words';

/** A list to choose from, not to search: customers that work come first. */
const MOST_OFFERED = 200;

interface RotationStepsProps {
  app: PartnerApp;
  credential: Credential;
}

/** From a credential that is only held to the one in use: prove it, see how that went, switch. Nothing switches when the proof failed. */
export function RotationSteps({ app, credential }: RotationStepsProps) {
  const { appId } = app;
  const { credentialId } = credential;
  const tenants = useApp((state) => state.tenants);
  const offered = customersOf(app, tenants);
  const [chosen, choose] = useState<string | null>(null);
  const [proof, setProof] = useState<CredentialProof | null>(null);
  const proving = useAction();
  const switching = useAction();
  const notices = useNotices();
  const loadStatus = useApp((state) => state.loadStatus);
  const tenantId = chosen ?? offered[0]?.tenantId ?? null;
  const busy = proving.busy || switching.busy;

  const prove = async () => {
    setProof(null);
    const result = await proving.run(() => call('credential.prove', { appId, credentialId, tenantId }));
    if (result.ok) setProof(result.value);
  };
  const use = async () => {
    const result = await switching.run(() => call('credential.use', { appId, credentialId }));
    await loadStatus();
    if (result.ok) notices.done(i18n.t('{kind} in use', { kind: kindWords(credential) }));
    else setProof(null);
  };

  return (
    <ol className="rotation" aria-label={i18n.t('Steps to switch')}>
      <li>
        <p>
          {tenantId === null
            ? i18n.t('Prove it: a token of your own tenant. What is in use is not touched.')
            : i18n.t('Prove it: a token of your own tenant and of one customer. What is in use is not touched.')}
        </p>
        <div className="rotation-row">
          {tenantId !== null && (
            <Field label={i18n.t('Customer to prove it with')}>
              <Select value={tenantId} disabled={busy} onChange={(_event, { value }) => choose(value)}>
                {offered.map((tenant) => (
                  <option key={tenant.tenantId} value={tenant.tenantId}>
                    {tenant.displayName}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <ActionButton group="Partner app" disabled={busy} onClick={() => void prove()}>
            {proving.busy ? i18n.t('Asking Entra ID…') : proof ? i18n.t('Prove again') : i18n.t('Prove')}
          </ActionButton>
        </div>
        <div role="status" aria-label={i18n.t('Proof')}>
          {proof && <ProofLine name="Your own tenant" check={proof.home} />}
          {proof?.customer && <ProofLine name={nameOf(proof.customer.tenantId, tenants)} check={proof.customer.check} />}
        </div>
      </li>
      <li>
        <p>{i18n.t('Switch to it. The one before stays, until you remove it.')}</p>
        <ActionButton
          group="Partner app"
          appearance={proof?.good ? 'primary' : 'secondary'}
          disabled={busy || !proof?.good}
          onClick={() => void use()}
        >
          {switching.busy ? i18n.t('Switching…') : i18n.t('Use this one')}
        </ActionButton>
        {proof && !proof.good && <p className="quiet">{i18n.t('Not before the proof is good: what is in use stays in use.')}</p>}
      </li>
      <li>
        <p>{i18n.t('Remove the old one here and, when nobody else uses it, in the registration.')}</p>
      </li>
    </ol>
  );
}

/** How one tenant answered. */
function ProofLine({ name, check }: { name: string; check: CredentialCheck }) {
  const words = check.problem && diagnose(check.problem);
  const tone = check.outcome === 'accepted' ? 'good' : check.outcome === 'refused' ? 'bad' : 'warning';
  const label = check.outcome === 'accepted' ? i18n.t('Accepted') : check.outcome === 'refused' ? i18n.t('Refused') : i18n.t('No proof');
  return (
    <div className="proof-line">
      <span className="clip">{name}</span>
      <StateBadge tone={tone} label={label} />
      {words && (
        <p className="quiet">
          {words.title}. {words.cause} {words.nextStep}
          {check.problem?.aadsts !== undefined && ` (AADSTS${check.problem.aadsts})`}
        </p>
      )}
    </div>
  );
}

/** Customers linked to the app; those that are read well first. */
function customersOf({ appId }: PartnerApp, tenants: readonly Tenant[]): Tenant[] {
  const linked = tenants.filter(({ appIds }) => appIds.includes(appId));
  const well = linked.filter(({ health }) => health.state === 'fresh');
  return [...well, ...linked.filter(({ health }) => health.state !== 'fresh')].slice(0, MOST_OFFERED);
}

function nameOf(tenantId: string, tenants: readonly Tenant[]): string {
  return tenants.find((tenant) => tenant.tenantId === tenantId)?.displayName ?? tenantId;
}
