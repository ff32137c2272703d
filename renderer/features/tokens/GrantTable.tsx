import type { FeatureGrant } from '../../../contract/token-inspection';
import { type Tone, StateBadge } from '../../ui/StateBadge';
import { FEATURE_NAMES } from '../common/permission-words';

/** Per thing Tenantry does: whether the token allows it, and by what. */
export function GrantTable({ features }: { features: readonly FeatureGrant[] }) {
  return (
    <table className="token-entries" aria-label="What it allows">
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">State</th>
          <th scope="col">Permission</th>
        </tr>
      </thead>
      <tbody>
        {features.map((grant) => (
          <tr key={grant.feature}>
            <th scope="row">{FEATURE_NAMES[grant.feature]}</th>
            <td>
              <StateBadge {...badgeOf(grant)} />
            </td>
            <td className="code">{grant.grantedBy ?? `any of ${grant.anyOf.join(', ')}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Granted, missing or not needed, by what the partner app is there for. */
export function badgeOf({ grantedBy, needed }: Pick<FeatureGrant, 'grantedBy' | 'needed'>): { tone: Tone; label: string } {
  if (grantedBy !== null) return needed === false ? { tone: 'good', label: 'Granted, not needed' } : { tone: 'good', label: 'Granted' };
  if (needed === null) return { tone: 'idle', label: 'Not granted' };
  return needed ? { tone: 'bad', label: 'Missing' } : { tone: 'idle', label: 'Not needed' };
}
