import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { IncidentRow } from '../../../contract/incident';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { pickKey, revisionOf } from '../../store/incidents-slice';
import { mayBeOfBefore, type WriteKind } from '../../store/writes-slice';
import { Banner } from '../../ui/Banner';
import { utcTime } from '../../ui/relative-time';
import { MissingPermission } from './MissingPermission';
import { changeWords, KIND_LABELS, stateWords } from './write-words';
import './writing.css';

const KINDS: readonly WriteKind[] = ['assign', 'status', 'classify', 'tags', 'comment'];

/** What can be done to the incident in view; where its tenant does not allow it, why. */
export function IncidentActions({ incident }: { incident: Pick<IncidentRow, 'tenantId' | 'incidentId' | 'readAt'> }) {
  const { tenantId, incidentId } = incident;
  const order = useApp((state) => state.order);
  const pending = useApp((state) => state.pendingWrites.get(pickKey(incident)));
  // Asked again with every read: a consent may have been given, or withdrawn, since.
  const revision = useApp(revisionOf(tenantId));
  const [query] = useQuery('writes.prepare', { incidents: [{ tenantId, incidentId }] }, revision);
  const refused = query.state === 'ready' ? query.value.access.find(({ may }) => may === 'no') : undefined;
  return (
    <div className="incident-actions">
      <div role="toolbar" aria-label={i18n.t('Change this incident')} className="incident-action-buttons">
        {KINDS.map((kind) => (
          <Button key={kind} size="small" disabled={refused !== undefined} onClick={() => order(kind, [{ tenantId, incidentId }])}>
            {i18n.t(KIND_LABELS[kind])}
          </Button>
        ))}
      </div>
      {refused && <MissingPermission {...refused} />}
      {pending && mayBeOfBefore(pending, incident.readAt) && (
        <Banner intent="info" title={<span title={stateWords(pending, utcTime)}>{stateWords(pending)}</span>}>
          {i18n.t('{change}. What stands here may be of before.', { change: changeWords(pending.change) })}
        </Banner>
      )}
    </div>
  );
}
