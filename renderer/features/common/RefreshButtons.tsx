import { Button } from '@fluentui/react-components';
import { ArrowSync20Regular, DismissCircle20Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { isBeingRead } from './being-read';
import { outcomeWords } from './outcome-words';
import { useAction } from './use-action';

interface RefreshButtonsProps {
  /** One tenant, or null for all. */
  tenantId: TenantId | null;
  /** For the tooltip: "Read all tenants". */
  scope: string;
}

/** Starts a read, also beside others, and ends one that runs. What came of it is said in a notice. */
export const RefreshButtons = memo(function RefreshButtons({ tenantId, scope }: RefreshButtonsProps) {
  const running = useApp(({ progress, tenants }) => (tenantId === null ? (progress?.running ?? false) : isBeingRead(tenants, tenantId)));
  const beingRead = useApp(({ tenants }) => isBeingRead(tenants, tenantId));
  const connected = useApp(({ status, tenants }) => Boolean(status?.partnerApps.length) && tenants.length > 0);
  const paused = useApp(({ status }) => (status?.schedule?.pausedAt ?? null) !== null);
  const refresh = useApp((state) => state.refresh);
  const cancelRefresh = useApp((state) => state.cancelRefresh);
  const notices = useNotices();
  const { busy, run } = useAction();

  const start = async () => {
    const result = await run(() => refresh(tenantId));
    if (!result.ok) return;
    const { good, text } = outcomeWords(result.value);
    if (good) notices.done(text);
    // The reasons are in the coverage line above the list.
    else notices.warned(text);
  };

  return (
    <>
      <Button
        icon={<ArrowSync20Regular />}
        disabled={busy || beingRead || paused || !connected}
        title={paused ? i18n.t('Reading is paused') : i18n.t('Read {scope} now', { scope })}
        onClick={() => void start()}
      >
        {i18n.t('Refresh')}
      </Button>
      {(busy || running) && (
        <Button appearance="subtle" icon={<DismissCircle20Regular />} onClick={() => void cancelRefresh(tenantId)}>
          {i18n.t('Cancel')}
        </Button>
      )}
    </>
  );
});
