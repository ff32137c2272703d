import { Button, Spinner } from '@fluentui/react-components';
import { Beaker32Regular, PlugConnected32Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import logo from '../../ui/logo.svg';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';
import { Choice } from './Choice';
import './welcome.css';

/** The first screen of a profile without a partner app: what this is, and the two ways in. */
export function WelcomePage() {
  const go = useApp((state) => state.go);
  const { busy, run } = useAction();
  return (
    <div className="welcome">
      <div className="welcome-content">
        <img src={logo} alt="" width={56} height={56} />
        <h1>{i18n.t('Welcome to Tenantry')}</h1>
        <p className="welcome-lead">
          {i18n.t('Consent, tokens and incidents of all your Microsoft Defender XDR customers, in one calm place.')}
        </p>
        <div className="welcome-choices">
          <Choice
            icon={<Beaker32Regular />}
            title={i18n.t('Look around first')}
            text={i18n.t(
              'An imitated Microsoft cloud inside the app, with made-up customers in every state. No account and no network needed.',
            )}
          >
            <Button
              size="large"
              disabled={busy}
              icon={busy ? <Spinner size="tiny" /> : undefined}
              onClick={() => void run(() => call('profile.openSandbox'))}
            >
              {i18n.t('Try the sandbox')}
            </Button>
          </Choice>
          <Choice
            icon={<PlugConnected32Regular />}
            title={i18n.t('Work with your customers')}
            text={i18n.t(
              'You need the application ID of your multitenant app registration, the ID of your own tenant, and a client secret.',
            )}
          >
            <Button size="large" appearance="primary" disabled={busy} onClick={() => go({ page: 'partnerApp' })}>
              {i18n.t('Connect your partner app')}
            </Button>
          </Choice>
        </div>
        <p className="quiet">
          {i18n.t('Secrets stay in the keychain of this computer. What is read is kept in an encrypted file, and goes nowhere else.')}
        </p>
      </div>
    </div>
  );
}
