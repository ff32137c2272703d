import type { TenantHealth } from '../../../contract/tenant';
import { StateBadge } from '../../ui/StateBadge';
import { healthLabel, healthTone } from './state-words';
import { ViaBadge } from './ViaBadge';
import './state-line.css';

/** A tenant's state and, where that is not the way preferred, how it is read. */
export function StateLine({ health }: { health: TenantHealth }) {
  return (
    <span className="state-line">
      <StateBadge tone={healthTone(health)} label={healthLabel(health)} />
      <ViaBadge health={health} />
    </span>
  );
}
