import type { IncidentKey } from '../../../contract/ids';
import type { Observable, ObservableKind } from '../../../contract/observable';
import { SIGHTINGS_SHOWN, type Sightings } from '../../../contract/sightings';
import { useApp } from '../../store/app-store';
import { RelativeTime } from '../../ui/RelativeTime';
import { counted, severityLevel } from '../common/incident-words';

const KINDS: Record<ObservableKind, string> = {
  host: 'Host',
  user: 'User',
  ip: 'IP',
  url: 'URL',
  hash: 'Hash',
  file: 'File name',
  sender: 'Sender',
  mailbox: 'Mailbox',
  subject: 'Subject',
  command: 'Command line',
  registry: 'Registry key',
  name: 'Name',
};

/** Tenants and incidents in which one value was seen, the newest first. */
export function SightingsOf({ observable, found, incident }: { observable: Observable; found: Sightings; incident: IncidentKey }) {
  const { tenants, incidents } = found;
  const count = tenants.reduce((sum, tenant) => sum + tenant.incidents, 0);
  return (
    <div className="sightings">
      <h4>
        <span className="quiet">{KINDS[observable.kind]}</span> <span className="sightings-value">{observable.value}</span>
      </h4>
      <p className="quiet">{count === 0 ? 'Not found' : `${plural(count, 'incident')} of ${plural(tenants.length, 'tenant')}`}</p>
      {tenants.map((tenant) => (
        <div key={tenant.tenantId} className="sightings-tenant">
          <strong>{tenant.tenantName}</strong>
          <span className="quiet">
            {counted(tenant.incidents)} · last <RelativeTime at={tenant.lastSeenAt} />
          </span>
          <SightingList found={incidents.filter(({ tenantId }) => tenantId === tenant.tenantId)} incident={incident} />
        </div>
      ))}
      {count > incidents.length && <p className="quiet">The newest {SIGHTINGS_SHOWN} are listed.</p>}
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
            <span className="quiet">This incident</span>
          ) : (
            <button
              type="button"
              className="link-button"
              onClick={() => go({ page: 'incidents', tenantId: null, incident: { tenantId, incidentId } })}
            >
              #{incidentId} {name || 'Without a name'}
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

function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? '' : 's'}`;
}
