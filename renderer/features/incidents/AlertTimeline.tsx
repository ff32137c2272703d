import { i18n } from '@lingui/core';
import type { Alert } from '../../../contract/incident';
import { clockMinutes, dayOf, utcTime } from '../../ui/relative-time';
import { productName, severityLevel, spoken } from '../common/incident-words';
import { alertTime, inTimeOrder } from './alert-order';

/** As many as make a story; the Alerts tab has them all. */
const SHOWN = 12;

/** The alerts of an incident as they happened. */
export function AlertTimeline({ alerts }: { alerts: readonly Alert[] }) {
  const ordered = inTimeOrder(alerts);
  return (
    <>
      <ol className="timeline">
        {ordered.slice(0, SHOWN).map((alert, index) => (
          <li key={`${index} ${alert.alertId}`}>
            <Moment at={alertTime(alert)} />
            <i className={`timeline-dot severity-square-${severityLevel(alert.severity)}`} aria-hidden="true" />
            <span className="timeline-text">
              {alert.title || i18n.t('Alert without a title')}
              <span className="quiet">
                {[alert.serviceSource && productName(alert.serviceSource), alert.severity && spoken(alert.severity)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {ordered.length > SHOWN && <p className="quiet">{i18n.t('And {value} more under Alerts.', { value: ordered.length - SHOWN })}</p>}
    </>
  );
}

function Moment({ at }: { at: number | null }) {
  if (at === null) return <span className="timeline-time quiet">–</span>;
  return (
    <time className="timeline-time" dateTime={new Date(at).toISOString()} title={utcTime(at)}>
      {clockMinutes(at)}
      <span className="quiet">{dayOf(at)}</span>
    </time>
  );
}
