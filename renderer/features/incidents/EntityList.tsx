import { i18n } from '@lingui/core';
import { Box24Regular } from '@fluentui/react-icons';
import type { IncidentKey } from '../../../contract/ids';
import type { Entity } from '../../../contract/incident';
import { EmptyState } from '../../ui/EmptyState';
import { PanelSection } from '../../ui/Panel';
import { EntityCard } from './EntityCard';
import { groupEntities } from './entity-groups';
import { MoreOnDemand } from './MoreOnDemand';
import { ProcessTree } from './ProcessTree';

/** The entities over all alerts, each once, by what they are. A kind no list of ours names is shown as it was sent. */
export function EntityList({ entities, incident }: { entities: readonly Entity[]; incident: IncidentKey }) {
  if (entities.length === 0) return <EmptyState icon={<Box24Regular />} title={i18n.t('No entities in this incident')} />;
  return groupEntities(entities).map(({ group, label, entities: some }) => (
    <PanelSection key={group} title={i18n.t('{group} ({count, number})', { group: i18n.t(label), count: some.length })}>
      {group === 'processes' ? (
        <ProcessTree processes={some} incident={incident} />
      ) : (
        <MoreOnDemand items={some} noun={i18n.t('entities')}>
          {(entity, index) => <EntityCard key={`${index} ${entity.kind} ${entity.title}`} entity={entity} incident={incident} />}
        </MoreOnDemand>
      )}
    </PanelSection>
  ));
}
