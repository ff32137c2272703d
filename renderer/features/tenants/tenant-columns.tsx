import type { Tenant } from '../../../contract/tenant';
import { Monogram } from '../../ui/Monogram';
import { RelativeTime } from '../../ui/RelativeTime';
import { StateBadge } from '../../ui/StateBadge';
import type { Column } from '../../ui/table-columns';
import { counted } from '../common/incident-words';
import { problemWords } from '../common/problem-words';
import { healthLabel, healthTone } from '../common/state-words';
import { nextStep } from './next-step';

/** The columns of the tenant table. */
export const TENANT_COLUMNS: readonly Column<Tenant>[] = [
  { id: 'name', header: 'Tenant', track: 'minmax(210px, 3fr)', sortable: true, cell: nameCell },
  { id: 'state', header: 'State', track: 'minmax(190px, 2.4fr)', sortable: true, cell: stateCell },
  {
    id: 'incidents',
    header: 'Incidents',
    track: '96px',
    sortable: true,
    hideBelow: 560,
    align: 'end',
    cell: ({ incidentCount }) => counted(incidentCount),
  },
  {
    id: 'lastComplete',
    header: 'Last complete read',
    track: 'minmax(140px, 1fr)',
    sortable: true,
    hideBelow: 720,
    cell: ({ health }) => <RelativeTime at={health.lastCompleteAt} />,
  },
  {
    id: 'next',
    header: 'Next step',
    track: 'minmax(180px, 2fr)',
    hideBelow: 940,
    cell: ({ health }) => <span className={nextStep(health) ? 'clip' : 'clip quiet'}>{nextStep(health) ?? '–'}</span>,
  },
];

function nameCell({ tenantId, displayName, domain }: Tenant) {
  return (
    <>
      <Monogram name={displayName} seed={tenantId} />
      <span className="two-lines">
        <strong className="clip" title={displayName}>
          {displayName}
        </strong>
        <span className={domain ? 'clip quiet' : 'clip quiet code'}>{domain ?? tenantId}</span>
      </span>
    </>
  );
}

function stateCell({ health }: Tenant) {
  return (
    <span className="two-lines">
      <StateBadge tone={healthTone(health)} label={healthLabel(health)} />
      <span className="clip quiet">
        {health.problem && health.state === 'failed' ? `${problemWords(health.problem.code).title} · ` : ''}
        {health.since === undefined ? 'Not read yet' : <RelativeTime at={health.since} />}
      </span>
    </span>
  );
}
