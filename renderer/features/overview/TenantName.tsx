import type { TenantFigures } from '../../../contract/overview';
import { StateDot } from '../../ui/StateBadge';
import { stateWords } from '../common/state-words';

/** A tenant's name, with its state where it is not fresh. */
export function TenantName({ tenantName, tenantState }: Pick<TenantFigures, 'tenantName' | 'tenantState'>) {
  const { tone, label } = stateWords(tenantState);
  return (
    <>
      {tenantState !== 'fresh' && <StateDot tone={tone} label={label} />}
      <span className="clip" title={tenantName}>
        {tenantName}
      </span>
    </>
  );
}
