import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import type { UnreadTarget } from '../../../contract/incident';
import { useApp } from '../../store/app-store';
import { Banner } from '../../ui/Banner';
import { LocalTime, RelativeTime } from '../../ui/RelativeTime';
import { useNow } from '../../ui/use-now';
import { withElements } from '../../ui/with-elements';
import { mergedWords } from './merged-words';

/** That an incident was merged into another one, with the way there; or why there is none yet. */
export function MergedNotice({ tenantId, into, unread }: { tenantId: TenantId; into: string; unread: UnreadTarget | null }) {
  const route = useApp((state) => state.route);
  const go = useApp((state) => state.go);
  const { title, body } = mergedWords(into, unread, useNow());
  if (unread !== null && body !== null)
    return (
      <Banner intent="warning" title={title}>
        {withElements(body, { since: <RelativeTime at={unread.since} />, again: <LocalTime at={unread.againAt} /> })}
      </Banner>
    );
  const incident = { tenantId, incidentId: into };
  return (
    <Banner
      intent="info"
      title={title}
      actions={
        <Button
          size="small"
          onClick={() => go({ page: 'incidents', tenantId: route.page === 'incidents' ? route.tenantId : null, incident })}
        >
          {i18n.t('Open that one')}
        </Button>
      }
    />
  );
}
