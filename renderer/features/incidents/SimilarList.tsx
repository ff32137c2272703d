import { i18n } from '@lingui/core';
import type { SimilarIncident } from '../../../contract/campaign';
import { useApp } from '../../store/app-store';
import { RelativeTime } from '../../ui/RelativeTime';
import { StateDot } from '../../ui/StateBadge';
import { severityLevel } from '../common/incident-words';
import { stateWords } from '../common/state-words';

/** Incidents that resemble one, each with its tenant and what they share. */
export function SimilarList({ incidents, words }: { incidents: readonly SimilarIncident[]; words(one: SimilarIncident): string }) {
  const go = useApp((state) => state.go);
  return (
    <ul className="similar">
      {incidents.map((one) => {
        const { tenantId, tenantName, tenantState, incidentId, name, severity, createdAt } = one;
        return (
          <li key={`${tenantId} ${incidentId}`}>
            <i className={`severity-square severity-square-${severityLevel(severity)}`} aria-hidden="true" />
            <span className="similar-text">
              <button
                type="button"
                className="link-button"
                onClick={() => go({ page: 'incidents', tenantId: null, incident: { tenantId, incidentId } })}
              >
                {name || i18n.t('Without a name')}
              </button>
              <span className="quiet">
                {tenantState !== 'fresh' && <StateDot tone={stateWords(tenantState).tone} label={stateWords(tenantState).label} />}
                <strong>{tenantName}</strong> · <RelativeTime at={createdAt} /> · {words(one)}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
