import { i18n } from '@lingui/core';
import { Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons';
import { memo, useRef } from 'react';
import type { Tenant } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { useWidth } from '../../ui/use-width';
import { CoverageList } from '../common/CoverageList';
import { hasFailed } from '../common/coverage-words';
import { byUrgency } from '../common/state-words';
import { tenantReason } from '../common/tenant-reason';
import { chipsThatFit } from './chips-that-fit';
import { BELOW_END } from '../../ui/popover-place';

/** Below this width in pixels the names get one line: on a window of 1280 the list needs the second one. */
const NARROW = 1_000;

/** The tenants whose incidents may be missing from this list, by name and reason; those that find no room stand behind a button that counts them. */
export const FailedTenants = memo(function FailedTenants({ tenants }: { tenants: readonly Tenant[] }) {
  const failed = tenants.filter(hasFailed).toSorted(byUrgency);
  return failed.length === 0 ? null : <FailedLine failed={failed} />;
});

/** Its own component: its place is there from its first layout on, and is measured. */
function FailedLine({ failed }: { failed: readonly Tenant[] }) {
  const go = useApp((state) => state.go);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const texts = failed.map(({ displayName, health }) => displayName + tenantReason(health));
  const shown = chipsThatFit(texts, width, width < NARROW ? 1 : 2);
  const others = failed.slice(shown);
  return (
    <div className="failed-tenants" role="group" aria-label={i18n.t('Tenants that failed')}>
      <ErrorCircle16Filled aria-hidden="true" />
      <span className="failed-tenants-label">{i18n.t('{count} not read:', { count: failed.length })}</span>
      <div className="failed-tenants-line" ref={place}>
        {failed.slice(0, shown).map(({ tenantId, displayName, health }) => (
          <button
            key={tenantId}
            type="button"
            className="failed-tenant"
            title={i18n.t('Open tenant')}
            onClick={() => go({ page: 'tenants', tenantId })}
          >
            <strong className="clip">{displayName}</strong>
            <span>{tenantReason(health)}</span>
          </button>
        ))}
        {others.length > 0 && (
          <Popover positioning={BELOW_END} trapFocus>
            <PopoverTrigger disableButtonEnhancement>
              <button type="button" className="failed-tenant">
                {i18n.t('{count} more', { count: others.length })}
              </button>
            </PopoverTrigger>
            <PopoverSurface className="coverage-popover" aria-label={i18n.t('Tenants that failed')}>
              <CoverageList tenants={others} />
            </PopoverSurface>
          </Popover>
        )}
      </div>
    </div>
  );
}
