import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { SecretStorage } from '../../contract/app-status';
import { call } from '../bridge/client';
import { useAction } from '../features/common/use-action';
import { Banner } from '../ui/Banner';

/** Said while secrets are in memory only, with the reason. */
export function SessionBanner({ storage }: { storage: SecretStorage }) {
  const { busy, run } = useAction();
  const { title, why } = wordsFor(storage.reason);
  return (
    <Banner
      intent={storage.reason === 'chosen' ? 'info' : 'warning'}
      title={title}
      actions={
        storage.reason === 'chosen' ? undefined : (
          <Button size="small" disabled={busy} onClick={() => void run(() => call('secrets.retry'))}>
            {busy ? i18n.t('Trying…') : i18n.t('Try again')}
          </Button>
        )
      }
    >
      {why} {i18n.t('Nothing is written to disk: tenants, incidents and the secret are gone when Tenantry closes.')}
    </Banner>
  );
}

function wordsFor(reason: SecretStorage['reason']): { title: string; why: string } {
  switch (reason) {
    case 'locked':
      return { title: i18n.t('Session-only mode: the keychain is locked.'), why: i18n.t('Tenantry works in memory until it is unlocked.') };
    case 'unavailable':
      return { title: i18n.t('Session-only mode: no keychain answers on this computer.'), why: i18n.t('Tenantry works in memory only.') };
    case 'chosen':
    case undefined:
      return { title: i18n.t('Session-only mode.'), why: i18n.t('Tenantry was started to work in memory only.') };
  }
}
