import { i18n } from '@lingui/core';
import type { Alert } from '../../../contract/incident';
import { Disclosure } from '../../ui/Disclosure';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { Pill } from '../../ui/Pill';
import { RelativeTime } from '../../ui/RelativeTime';
import { SeverityBars } from '../../ui/SeverityBars';
import { productName, severityLevel, spoken } from '../common/incident-words';
import { alertTime } from './alert-order';
import { FieldList } from './FieldList';

/** One alert: what, when, from where; the rest on demand. */
export function AlertCard({ alert }: { alert: Alert }) {
  const { title, severity, status, serviceSource, mitreTechniques, description, other } = alert;
  return (
    <article className="item-card">
      <div className="item-card-head">
        <SeverityBars level={severityLevel(severity)} label={spoken(severity)} />
        <span className="quiet">
          <RelativeTime at={alertTime(alert)} full />
        </span>
      </div>
      <h3>{title || i18n.t('Alert without a title')}</h3>
      <p className="quiet">
        {[serviceSource && productName(serviceSource), alert.category && spoken(alert.category), status && spoken(status)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {mitreTechniques.length > 0 && (
        <div className="pill-row">
          {mitreTechniques.map((technique) => (
            <Pill key={technique} tone="brand">
              {technique}
            </Pill>
          ))}
        </div>
      )}
      <Disclosure summary={i18n.t('Details')}>
        {description && <p className="alert-description">{description}</p>}
        <KeyValueList items={facts(alert)} />
        {other.length > 0 && (
          <div className="alert-other">
            <FieldList fields={other} />
          </div>
        )}
      </Disclosure>
    </article>
  );
}

function facts({ alertId, detectionSource, assignedTo, createdAt, firstActivityAt, lastActivityAt, devices, entities }: Alert): KeyValue[] {
  return [
    { name: i18n.t('Alert ID'), value: alertId, code: true },
    { name: i18n.t('Detection source'), value: detectionSource === null ? '–' : spoken(detectionSource) },
    { name: i18n.t('Assigned to'), value: assignedTo ?? i18n.t('Unassigned') },
    { name: i18n.t('Created'), value: <RelativeTime at={createdAt} full /> },
    { name: i18n.t('First activity'), value: <RelativeTime at={firstActivityAt} full /> },
    { name: i18n.t('Last activity'), value: <RelativeTime at={lastActivityAt} full /> },
    { name: i18n.t('Devices'), value: devices.map((device) => device.title).join(', ') || '–' },
    { name: i18n.t('Entities'), value: entities.map((entity) => entity.title).join(', ') || '–' },
  ];
}
