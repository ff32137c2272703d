import { i18n } from '@lingui/core';
import { Button } from '@fluentui/react-components';
import type { IncidentRow } from '../../../contract/incident';
import type { Overview } from '../../../contract/overview';
import type { Tenant } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { Age } from '../../ui/RelativeTime';
import { SeverityBars } from '../../ui/SeverityBars';
import { severityLevel, spoken } from '../common/incident-words';
import { Gaps } from './Gaps';
import { TenantName } from './TenantName';
import { toUnassigned } from './to-queue';

/** Open incidents nobody has taken, those that wait longest first. It is a table already. */
export function OldestUnassigned({ overview: { oldest, total }, tenants }: { overview: Overview; tenants: readonly Tenant[] }) {
  const go = useApp((state) => state.go);
  const open = ({ tenantId, incidentId }: IncidentRow) => go({ page: 'incidents', tenantId: null, incident: { tenantId, incidentId } });
  return (
    <section className="figure" aria-label={i18n.t('Oldest unassigned')}>
      <div className="figure-head">
        <h2>{i18n.t('Oldest unassigned')}</h2>
        <Button size="small" appearance="subtle" disabled={total.unassigned === 0} onClick={toUnassigned}>
          {i18n.t('Show all {count, number}', { count: total.unassigned })}
        </Button>
      </div>
      <p className="quiet figure-about">{i18n.t('Open and assigned to nobody, whatever the period.')}</p>
      <div className="figure-body">
        {oldest.length === 0 ? (
          <p className="quiet">
            {total.unassigned === 0
              ? i18n.t('Nothing open is without an owner, as far as is known.')
              : i18n.t('Of the open incidents without an owner it is not known when they began.')}
          </p>
        ) : (
          <table className="oldest">
            <thead>
              <tr>
                <th scope="col">{i18n.t('Age')}</th>
                <th scope="col">{i18n.t('Severity')}</th>
                <th scope="col">{i18n.t('Incident')}</th>
                <th scope="col">{i18n.t('Tenant')}</th>
              </tr>
            </thead>
            <tbody>
              {oldest.map((row) => (
                <tr key={`${row.tenantId} ${row.incidentId}`}>
                  <td>
                    <Age since={row.createdAt} />
                  </td>
                  <td>
                    <SeverityBars level={severityLevel(row.severity)} label={spoken(row.severity)} />
                  </td>
                  <td>
                    <button type="button" className="link-button clip" title={row.name} onClick={() => open(row)}>
                      {row.name || i18n.t('Without a name')} <span className="quiet">#{row.incidentId}</span>
                    </button>
                  </td>
                  <td>
                    <span className="bar-name">
                      <TenantName {...row} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {oldest.length > 0 && total.unassigned > oldest.length && (
          <p className="quiet">{i18n.t('The {shown} oldest of {count, number}.', { shown: oldest.length, count: total.unassigned })}</p>
        )}
      </div>
      <Gaps tenants={tenants} />
    </section>
  );
}
