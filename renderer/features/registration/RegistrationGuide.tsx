import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { AppPurpose, PartnerApp } from '../../../contract/partner-app';
import type { RegistrationStep, StepResult } from '../../../contract/registration';
import { useQuery } from '../../bridge/use-query';
import { CopyButton } from '../../ui/CopyButton';
import { CheckRegistration } from './CheckRegistration';
import { ExportTexts } from './ExportTexts';
import { GuideStep } from './GuideStep';
import { PurposeChoice } from './PurposeChoice';
import { RoleTable } from './RoleTable';
import { withElements } from '../../ui/with-elements';
import './registration.css';

interface RegistrationGuideProps {
  /** Null: not saved yet, and so not to be checked. */
  app: PartnerApp | null;
  cloudId: string;
  purpose: AppPurpose;
  /** The purpose is not kept yet: a check would still be of the one before. */
  saving: boolean;
  onPurpose(purpose: AppPurpose): void;
}

/** The way to a registration that works, step by step: what to set, and whether Entra shows it so. */
export function RegistrationGuide({ app, cloudId, purpose, saving, onPurpose }: RegistrationGuideProps) {
  const [typed, setTyped] = useState(app?.name ?? i18n.t('Incident desk'));
  const [checked, setChecked] = useState<{ of: string; steps: StepResult[] } | null>(null);
  const name = typed.trim();
  const plan = { name, cloudId, homeTenantId: app?.homeTenantId ?? null, purpose };
  const [texts] = useQuery('registration.texts', name === '' ? null : plan);
  const redirectUris = texts.state === 'ready' ? texts.value.redirectUris : [];
  // What was seen of another registration, secret or purpose is no longer true.
  const subject = JSON.stringify([app?.clientId, app?.homeTenantId, app?.cloud.id, app?.secret, purpose]);
  const steps = checked?.of === subject ? checked.steps : null;
  const resultOf = (step: RegistrationStep) => steps?.find((one) => one.step === step) ?? null;

  return (
    <section className="card registration-guide" aria-label={i18n.t('Registration guide')}>
      <h2>{i18n.t('Registration guide')}</h2>
      <p className="quiet">
        {withElements(
          i18n.t('What the app registration in Entra ID needs: in the portal under [[place]], or with one of the texts below.'),
          { place: <em>App registrations</em> },
        )}
      </p>
      <CheckRegistration app={app} saving={saving} steps={steps} onChecked={(made) => setChecked({ of: subject, steps: made })} />
      <ol className="guide-steps">
        <GuideStep step="application" result={resultOf('application')}>
          <Field
            label={i18n.t('Customers see it as')}
            hint={i18n.t('On the consent page. It goes into the texts below.')}
            className="guide-name"
          >
            <Input autoComplete="off" maxLength={80} value={typed} onChange={(_event, { value }) => setTyped(value)} />
          </Field>
        </GuideStep>
        <GuideStep step="accountType" result={resultOf('accountType')}>
          <p>
            <strong>Accounts in any organizational directory</strong> (multitenant, <span className="code">AzureADMultipleOrgs</span>).
          </p>
        </GuideStep>
        <GuideStep step="redirectUris" result={resultOf('redirectUris')}>
          <p>{i18n.t('Platform Web. The first is where consents end; at the one on localhost Tenantry listens for them.')}</p>
          <ul className="redirect-list">
            {redirectUris.map((address) => (
              <li key={address} className="code copyable">
                {address}
                <CopyButton text={address} label={i18n.t('Copy {address}', { address })} />
              </li>
            ))}
          </ul>
        </GuideStep>
        <GuideStep step="permissions" result={resultOf('permissions')}>
          <PurposeChoice purpose={purpose} onChange={onPurpose} />
          <RoleTable purpose={purpose} />
        </GuideStep>
        <GuideStep step="credential" result={resultOf('credential')}>
          <p>
            {withElements(
              app ? i18n.t('Under [[place]]. Enter it above.') : i18n.t('Under [[place]]. It is asked for once the IDs are saved.'),
              { place: <em>Certificates &amp; secrets</em> },
            )}
          </p>
        </GuideStep>
      </ol>
      {texts.state === 'ready' && <ExportTexts plan={plan} texts={texts.value.texts} />}
    </section>
  );
}
