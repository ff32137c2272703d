import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { IncidentDetail } from '../../../contract/incident';
import { useApp } from '../../store/app-store';
import { Banner } from '../../ui/Banner';
import { RelativeTime } from '../../ui/RelativeTime';
import { stateWords } from '../common/state-words';
import { fallOverReason, fellOver, viaWords } from '../common/surface-words';
import { withElements } from '../../ui/with-elements';
import { MergedNotice } from './MergedNotice';

/** What must be known before the rest is believed: its age, and that it was merged into another one. */
export function IncidentNotices({ detail: { row, alertsMayLack, targetUnread } }: { detail: IncidentDetail }) {
  const go = useApp((state) => state.go);
  const tenant = useApp((state) => state.tenants.find((one) => one.tenantId === row.tenantId));
  const use = tenant ? fellOver(tenant.health) : null;
  const { tenantId, tenantName, tenantState, redirectIncidentId, readAt, unlistedAt } = row;
  return (
    <div className="incident-notices">
      {tenantState !== 'fresh' && (
        <Banner
          intent="warning"
          title={`${tenantName}: ${stateWords(tenantState).label.toLowerCase()}.`}
          actions={
            <Button size="small" onClick={() => go({ page: 'tenants', tenantId })}>
              {i18n.t('Open tenant')}
            </Button>
          }
        >
          {withElements(i18n.t('What you see was read [[time]] and may have changed since.'), { time: <RelativeTime at={readAt} /> })}
        </Banner>
      )}
      {use?.surface === row.surface && (
        <Banner intent="info" title={i18n.t('Read {via}.', { via: viaWords(row.surface) })}>
          {fallOverReason(use)}
        </Banner>
      )}
      {alertsMayLack && (
        <Banner intent="warning" title={i18n.t('Alerts may be incomplete.')}>
          {i18n.t(
            'Microsoft Graph did not give this incident with its alerts, so they were looked for by time. Older ones may be missing: see the Defender portal.',
          )}
        </Banner>
      )}
      {unlistedAt !== null && (
        <Banner intent="info" title={i18n.t('No longer listed by Microsoft.')}>
          {withElements(i18n.t('Since [[time]]: it was removed there, or has not changed for longer than incidents are read back.'), {
            time: <RelativeTime at={unlistedAt} />,
          })}
        </Banner>
      )}
      {redirectIncidentId !== null && <MergedNotice tenantId={tenantId} into={redirectIncidentId} unread={targetUnread} />}
    </div>
  );
}
