import { Box24Regular } from '@fluentui/react-icons';
import type { IncidentKey } from '../../../contract/ids';
import type { Entity } from '../../../contract/incident';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { Pill } from '../../ui/Pill';
import { spoken } from '../common/incident-words';
import { EntityIcon } from './EntityIcon';
import { FieldList } from './FieldList';
import { MoreOnDemand } from './MoreOnDemand';
import { SeenIn } from './SeenIn';

/** The entities over all alerts, each once. A kind no list of ours names is shown as it was sent. */
export function EntityList({ entities, incident }: { entities: readonly Entity[]; incident: IncidentKey }) {
  if (entities.length === 0) return <EmptyState icon={<Box24Regular />} title="No entities in this incident" />;
  return (
    <MoreOnDemand items={entities} noun="entities">
      {(entity, index) => <EntityCard key={`${index} ${entity.kind} ${entity.title}`} entity={entity} incident={incident} />}
    </MoreOnDemand>
  );
}

function EntityCard({ entity: { kind, known, title, fields }, incident }: { entity: Entity; incident: IncidentKey }) {
  return (
    <article className="item-card">
      <div className="item-card-title">
        <EntityIcon kind={kind} />
        <h3>{title || 'Without a name'}</h3>
        <Pill>{known ? spoken(kind) : kind || 'Kind not given'}</Pill>
      </div>
      {!known && <p className="quiet">Kind not known to Tenantry, shown as sent.</p>}
      {fields.length > 0 && (
        <Disclosure summary={`${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`} open={!known}>
          <FieldList fields={fields} />
        </Disclosure>
      )}
      <SeenIn title={title || kind} fields={fields} incident={incident} />
    </article>
  );
}
