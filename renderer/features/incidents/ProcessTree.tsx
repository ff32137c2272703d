import { i18n } from '@lingui/core';
import { useMemo } from 'react';
import type { IncidentKey } from '../../../contract/ids';
import type { Entity } from '../../../contract/incident';
import { EntityCard } from './EntityCard';
import { StackOnDemand } from './MoreOnDemand';
import { firstOf, type ProcessNode, processTree } from './process-tree';

/** Processes, each under the one that started it. */
export function ProcessTree({ processes, incident }: { processes: readonly Entity[]; incident: IncidentKey }) {
  const tree = useMemo(() => processTree(processes), [processes]);
  return (
    <StackOnDemand count={processes.length} noun={i18n.t('processes')}>
      {(shown) =>
        firstOf(tree, shown).map((node, index) => <Branch key={`${index} ${node.entity.title}`} node={node} incident={incident} />)
      }
    </StackOnDemand>
  );
}

function Branch({ node: { entity, children }, incident }: { node: ProcessNode; incident: IncidentKey }) {
  return (
    <div className="process">
      <EntityCard entity={entity} incident={incident} />
      {children.length > 0 && (
        <ul className="process-children">
          {children.map((child, index) => (
            <li key={`${index} ${child.entity.title}`}>
              <Branch node={child} incident={incident} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
