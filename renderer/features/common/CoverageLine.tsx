import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import { memo, useMemo } from 'react';
import { i18n } from '@lingui/core';
import type { Coverage, Tenant } from '../../../contract/tenant';
import { RelativeTime } from '../../ui/RelativeTime';
import { StateDot } from '../../ui/StateBadge';
import { CoverageList } from './CoverageList';
import { coverageSentence, failedCount, isWhole } from './coverage-words';
import { fellOver, viaCounts } from './surface-words';
import { withElements } from '../../ui/with-elements';
import { BELOW_START } from '../../ui/popover-place';
import './coverage.css';

interface CoverageLineProps {
  coverage: Coverage;
  /** The tenants the list is of, to show those behind the line. */
  tenants: readonly Tenant[];
}

/** How much of the customers the list speaks for: always there, and a list of the others behind it. */
export const CoverageLine = memo(function CoverageLine({ coverage, tenants }: CoverageLineProps) {
  const whole = isWhole(coverage);
  const behind = useMemo(() => tenants.filter(({ health }) => health.state !== 'fresh' || fellOver(health) !== null), [tenants]);
  const via = useMemo(() => viaCounts(tenants), [tenants]);
  const tone = whole ? 'good' : failedCount(coverage) > 0 ? 'bad' : coverage.total === 0 ? 'idle' : 'warning';
  return (
    <div className="coverage">
      <div role="status" aria-label={i18n.t('Coverage')} className="coverage-text">
        <StateDot tone={tone} />
        {coverageSentence(coverage, tenants)}
        {via !== null && ` · ${via}`}
        {coverage.oldestCompleteAt !== undefined && (
          <span className="quiet">
            {' · '}
            {withElements(i18n.t('oldest read [[time]]'), { time: <RelativeTime at={coverage.oldestCompleteAt} /> })}
          </span>
        )}
      </div>
      {behind.length > 0 && (
        <Popover positioning={BELOW_START} trapFocus>
          <PopoverTrigger disableButtonEnhancement>
            <Button size="small" appearance="transparent" icon={<ChevronDown16Regular />} iconPosition="after">
              {behind.length === 1 ? i18n.t('Which one?') : i18n.t('Which ones?')}
            </Button>
          </PopoverTrigger>
          <PopoverSurface className="coverage-popover" aria-label={i18n.t('Tenants that are not fresh, or not read the way preferred')}>
            <CoverageList tenants={behind} />
          </PopoverSurface>
        </Popover>
      )}
    </div>
  );
});

/** In place of the line while the list of tenants itself cannot be read. */
export function NothingKnown() {
  return (
    <div role="status" aria-label={i18n.t('Coverage')} className="coverage-text">
      <StateDot tone="bad" />
      {i18n.t('Nothing is known of any tenant: the list of tenants cannot be read')}
    </div>
  );
}
