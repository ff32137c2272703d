import { Box24Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
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
  if (entities.length === 0) return <EmptyState icon={<Box24Regular />} title={i18n.t('No entities in this incident')} />;
  return (
    <MoreOnDemand items={entities} noun={i18n.t('entities')}>
      {(entity, index) => <EntityCard key={`${index} ${entity.kind} ${entity.title}`} entity={entity} incident={incident} />}
    </MoreOnDemand>
  );
}

function EntityCard({ entity: { kind, known, title, fields }, incident }: { entity: Entity; incident: IncidentKey }) {
  return (
    <article className="item-card">
      <div className="item-card-title">
        <EntityIcon kind={kind} />
        <h3>{title || i18n.t('Without a name')}</h3>
        <Pill>{known ? spoken(kind) : kind || i18n.t('Kind not given')}</Pill>
      </div>
      {!known && <p className="quiet">{i18n.t('Kind not known to Tenantry, shown as sent.')}</p>}
      {fields.length > 0 && (
        <Disclosure summary={i18n.t('{count, plural, one {# field} other {# fields}}', { count: fields.length })} open={!known}>
          <FieldList fields={fields} />
        </Disclosure>
      )}
      <SeenIn title={title || kind} fields={fields} incident={incident} />
    </article>
  );
}
