import { Spinner } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { PartnerApp } from '../../../contract/partner-app';
import type { StepResult } from '../../../contract/registration';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';
import { checkSummary } from './registration-words';

interface CheckRegistrationProps {
  app: PartnerApp | null;
  saving: boolean;
  steps: readonly StepResult[] | null;
  onChecked(steps: StepResult[]): void;
}

/** Asks Entra about every step, and says in one sentence how it stands. */
export function CheckRegistration({ app, saving, steps, onChecked }: CheckRegistrationProps) {
  const { busy, run } = useAction();
  const loadStatus = useApp((state) => state.loadStatus);

  const check = async (appId: string) => {
    const result = await run(() => call('registration.check', { appId }));
    if (result.ok) onChecked(result.value);
    await loadStatus();
  };

  return (
    <div className="check-registration">
      <ActionButton
        group="Partner app"
        appearance={app && !steps ? 'primary' : 'secondary'}
        className="no-shrink"
        disabled={!app || busy || saving}
        onClick={() => app && void check(app.appId)}
      >
        {steps ? i18n.t('Check all steps again') : i18n.t('Check all steps')}
      </ActionButton>
      <div role="status" aria-label={i18n.t('Registration check')}>
        {busy ? (
          <Spinner size="tiny" label={i18n.t('Asking Entra ID…')} labelPosition="after" />
        ) : steps ? (
          checkSummary(steps)
        ) : (
          <span className="quiet">
            {app
              ? i18n.t('Only reads: nothing is changed in Entra ID.')
              : i18n.t('When the app is registered, save its IDs above; then it can be checked.')}
          </span>
        )}
      </div>
    </div>
  );
}
