import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { ProxyUse } from '../../contract/proxy';
import { call } from '../bridge/client';
import { useAction } from '../features/common/use-action';
import { Banner } from '../ui/Banner';

/** Said while a proxy on the way lets nothing through. */
export function ProxyBanner({ use: { proxy, state } }: { use: ProxyUse }) {
  const { busy, run } = useAction();
  return (
    <Banner
      intent="warning"
      title={i18n.t('The proxy {proxy} wants a sign-in.', { proxy })}
      actions={
        <Button size="small" disabled={busy} onClick={() => void run(() => call('proxy.signIn', { proxy }))}>
          {i18n.t('Sign in…')}
        </Button>
      }
    >
      {state === 'refused'
        ? i18n.t('It did not take the last user name and password. Until somebody signs in, nothing behind it can be read.')
        : i18n.t('Until somebody signs in, nothing behind it can be read.')}
    </Banner>
  );
}
