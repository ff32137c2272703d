import { i18n } from '@lingui/core';
import type { FeatureGrant } from '../../../contract/token-inspection';
import { type Tone, StateBadge } from '../../ui/StateBadge';
import { FEATURE_NAMES } from '../common/permission-words';

/** Per thing Tenantry does: whether the token allows it, and by what. */
export function GrantTable({ features }: { features: readonly FeatureGrant[] }) {
  return (
    <table className="token-entries" aria-label={i18n.t('What it allows')}>
      <thead>
        <tr>
          <th scope="col">{i18n.t('For')}</th>
          <th scope="col">{i18n.t('State')}</th>
          <th scope="col">{i18n.t('Permission')}</th>
        </tr>
      </thead>
      <tbody>
        {features.map((grant) => (
          <tr key={grant.feature}>
            <th scope="row">{i18n.t(FEATURE_NAMES[grant.feature])}</th>
            <td>
              <StateBadge {...badgeOf(grant)} />
            </td>
            <td className="code">{grant.grantedBy ?? i18n.t('any of {anyOf}', { anyOf: grant.anyOf.join(', ') })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Granted, missing or not needed, by what the partner app is there for. */
export function badgeOf({ grantedBy, needed }: Pick<FeatureGrant, 'grantedBy' | 'needed'>): { tone: Tone; label: string } {
  if (grantedBy !== null)
    return needed === false ? { tone: 'good', label: i18n.t('Granted, not needed') } : { tone: 'good', label: i18n.t('Granted') };
  if (needed === null) return { tone: 'idle', label: i18n.t('Not granted') };
  return needed ? { tone: 'bad', label: i18n.t('Missing') } : { tone: 'idle', label: i18n.t('Not needed') };
}
