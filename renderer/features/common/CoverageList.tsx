import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { GLOBAL_PROBLEMS } from '../../../contract/problem';
import type { Tenant, TenantHealth } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { RelativeTime } from '../../ui/RelativeTime';
import { diagnose } from './diagnosis';
import { StateLine } from './StateLine';
import { byUrgency } from './state-words';
import { fallOverSentence, fellOver } from './surface-words';

/** Enough to act on; the tenants page has them all. */
const SHOWN = 50;

/** The tenants behind a coverage line: reason, age of their rows, next step. */
export function CoverageList({ tenants }: { tenants: readonly Tenant[] }) {
  const go = useApp((state) => state.go);
  const worst = tenants.toSorted(byUrgency).slice(0, SHOWN);
  return (
    <>
      <ul className="coverage-list">
        {worst.map((tenant) => {
          const { tenantId, displayName, health } = tenant;
          const words = wordsOf(health);
          return (
            <li key={tenantId}>
              <div className="coverage-list-head">
                <strong className="clip">{displayName}</strong>
                <StateLine health={health} />
              </div>
              <p>
                {words}{' '}
                <span className="quiet">
                  {health.lastCompleteAt === undefined ? (
                    i18n.t('Never read completely.')
                  ) : (
                    <>
                      {i18n.t('Last complete read')}: <RelativeTime at={health.lastCompleteAt} />
                    </>
                  )}
                </span>
              </p>
              <Button size="small" onClick={() => go({ page: 'tenants', tenantId })}>
                {i18n.t('Open tenant')}
              </Button>
            </li>
          );
        })}
      </ul>
      {tenants.length > SHOWN && <p className="quiet">{i18n.t('And {value} more: see Tenants.', { value: tenants.length - SHOWN })}</p>}
    </>
  );
}

function wordsOf(health: TenantHealth): string {
  const { problem, state } = health;
  const use = fellOver(health);
  const via = use ? `${fallOverSentence(use)} ` : '';
  if (state === 'fresh') return via.trim();
  return via + problemOf(problem);
}

function problemOf(problem: TenantHealth['problem']): string {
  if (!problem) return i18n.t('No read of this tenant is recent and complete. Refresh it.');
  if (GLOBAL_PROBLEMS.has(problem.code)) return i18n.t('The partner app has to be mended first: see the notice at the top of the window.');
  const { cause, nextStep } = diagnose(problem);
  return `${cause} ${nextStep}`;
}
