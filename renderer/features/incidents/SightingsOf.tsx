import { i18n } from '@lingui/core';
import { Button } from '@fluentui/react-components';
import type { IncidentKey } from '../../../contract/ids';
import type { Observable } from '../../../contract/observable';
import { SIGHTINGS_SHOWN, type Sightings } from '../../../contract/sightings';
import { useApp } from '../../store/app-store';
import { widened } from '../../store/incident-filter';
import { RelativeTime } from '../../ui/RelativeTime';
import { StateDot } from '../../ui/StateBadge';
import { severityLevel } from '../common/incident-words';
import { stateWords } from '../common/state-words';
import { withElements } from '../../ui/with-elements';
import { observableKindName } from './observable-words';

/** Tenants and incidents in which one value was seen, the newest first. */
export function SightingsOf({ observable, found, incident }: { observable: Observable; found: Sightings; incident: IncidentKey }) {
  const { tenants, incidents } = found;
  const count = tenants.reduce((sum, tenant) => sum + tenant.incidents, 0);
  return (
    <div className="sightings">
      <h4>
        <span className="quiet">{observableKindName(observable.kind)}</span> <span className="sightings-value">{observable.value}</span>
      </h4>
      <p className="quiet">
        {count === 0
          ? i18n.t('Not found')
          : i18n.t('{count, plural, one {# incident} other {# incidents}} of {tenants, plural, one {# tenant} other {# tenants}}', {
              count,
              tenants: tenants.length,
            })}
      </p>
      {tenants.map((tenant) => (
        <div key={tenant.tenantId} className="sightings-tenant">
          {tenant.tenantState !== 'fresh' && (
            <StateDot tone={stateWords(tenant.tenantState).tone} label={stateWords(tenant.tenantState).label} />
          )}
          <strong>{tenant.tenantName}</strong>
          <span className="quiet">
            {withElements(i18n.t('{count, number} · last [[time]]', { count: tenant.incidents }), {
              time: <RelativeTime at={tenant.lastSeenAt} />,
            })}
          </span>
          <SightingList found={incidents.filter(({ tenantId }) => tenantId === tenant.tenantId)} incident={incident} />
        </div>
      ))}
      {count > 1 && <ShowInList observable={observable} incident={incident} />}
      {count > incidents.length && <p className="quiet">{i18n.t('The newest {SIGHTINGS_SHOWN} are listed.', { SIGHTINGS_SHOWN })}</p>}
    </div>
  );
}

/** Shows all incidents with the value as the list of the queue. */
function ShowInList({ observable, incident }: { observable: Observable; incident: IncidentKey }) {
  const { filter, setFilter, go } = useApp();
  return (
    <div>
      <Button
        size="small"
        onClick={() => {
          setFilter({ ...widened(filter), entities: [observable] });
          go({ page: 'incidents', tenantId: null, incident });
        }}
      >
        {i18n.t('Show all in the list')}
      </Button>
    </div>
  );
}

function SightingList({ found, incident }: { found: Sightings['incidents']; incident: IncidentKey }) {
  const go = useApp((state) => state.go);
  return (
    <ul>
      {found.map(({ tenantId, incidentId, name, severity, createdAt }) => (
        <li key={incidentId}>
          <i className={`severity-square severity-square-${severityLevel(severity)}`} aria-hidden="true" />
          {tenantId === incident.tenantId && incidentId === incident.incidentId ? (
            <span className="quiet">{i18n.t('This incident')}</span>
          ) : (
            <button
              type="button"
              className="link-button"
              onClick={() => go({ page: 'incidents', tenantId: null, incident: { tenantId, incidentId } })}
            >
              #{incidentId} {name || i18n.t('Without a name')}
            </button>
          )}
          <span className="quiet">
            <RelativeTime at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
