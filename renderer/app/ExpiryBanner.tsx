import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { PartnerApp } from '../../contract/partner-app';
import { countdownWords, type ExpiryLevel, expiryLevel } from '../features/connect/credential-expiry';
import { kindWords } from '../features/connect/credential-words';
import { useApp } from '../store/app-store';
import { Banner } from '../ui/Banner';
import { useNow } from '../ui/use-now';

const INTENTS: Partial<Record<ExpiryLevel, 'info' | 'warning' | 'error'>> = {
  month: 'info',
  fortnight: 'warning',
  days: 'error',
  expired: 'error',
};

/** Said from 30 days before the credential in use ends, more urgently 14 and 3 days before, and after it has. */
export function ExpiryBanner({ app }: { app: PartnerApp }) {
  const now = useNow();
  const go = useApp((state) => state.go);
  const onPartnerApp = useApp(({ route }) => route.page === 'partnerApp');
  const inUse = app.credentials.find((one) => one.inUse);
  const expiresAt = inUse?.expiresAt ?? null;
  const level = expiryLevel(expiresAt, now);
  const intent = INTENTS[level];
  if (!inUse || expiresAt === null || !intent) return null;
  return (
    <Banner
      intent={intent}
      title={i18n.t('{name}: the {kind} {countdown}', {
        name: app.name,
        kind: kindWords(inUse).toLowerCase(),
        countdown: countdownWords(expiresAt, now),
      })}
      actions={
        onPartnerApp ? undefined : (
          <Button size="small" onClick={() => go({ page: 'partnerApp' })}>
            {i18n.t('Open Partner app')}
          </Button>
        )
      }
    >
      {level === 'expired'
        ? i18n.t('Entra ID refuses it from then on: no customer can be read with it. Add a new one and switch to it.')
        : i18n.t('Add a new one beside it, prove it and switch, and no customer is missed meanwhile.')}
    </Banner>
  );
}
