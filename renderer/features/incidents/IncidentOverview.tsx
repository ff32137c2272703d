import { i18n } from '@lingui/core';
import type { IncidentDetail } from '../../../contract/incident';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { PanelSection } from '../../ui/Panel';
import { Pill } from '../../ui/Pill';
import { RelativeTime } from '../../ui/RelativeTime';
import { productName, spoken } from '../common/incident-words';
import { surfaceName } from '../common/surface-words';
import { AlertTimeline } from './AlertTimeline';
import { CampaignSection } from './CampaignSection';
import { FieldList } from './FieldList';
import { Techniques } from './Techniques';
import './incident-view.css';

/** The facts of an incident, its story in short, and whatever else the service sent. */
export function IncidentOverview({ detail }: { detail: IncidentDetail }) {
  const { row, alerts, tags, comments, other } = detail;
  const techniques = [...new Set(alerts.flatMap(({ mitreTechniques }) => mitreTechniques))];
  const sources = [...new Set(alerts.map(({ serviceSource }) => serviceSource).filter((source) => source !== null))];
  const facts: KeyValue[] = [
    { name: i18n.t('Tenant'), value: row.tenantName },
    { name: i18n.t('Tenant ID'), value: row.tenantId, code: true },
    { name: i18n.t('Assigned to'), value: row.assignedTo ?? <span className="quiet">{i18n.t('Unassigned')}</span> },
    {
      name: i18n.t('Classification'),
      value: row.classification === null ? <span className="quiet">{i18n.t('Not set')}</span> : spoken(row.classification),
    },
    {
      name: i18n.t('Determination'),
      value: row.determination === null ? <span className="quiet">{i18n.t('Not set')}</span> : spoken(row.determination),
    },
    { name: i18n.t('Created'), value: <RelativeTime at={row.createdAt} full /> },
    { name: i18n.t('Last update'), value: <RelativeTime at={row.updatedAt} full /> },
    { name: i18n.t('Read'), value: <RelativeTime at={row.readAt} full /> },
    { name: i18n.t('Read through'), value: surfaceName(row.surface) },
  ];
  if (sources.length > 0) facts.splice(2, 0, { name: i18n.t('Detected by'), value: sources.map(productName).join(', ') });
  return (
    <>
      <PanelSection title={i18n.t('Facts')}>
        <KeyValueList items={facts} />
      </PanelSection>
      <CampaignSection incident={row} />
      {tags.length > 0 && (
        <PanelSection title={i18n.t('Tags')}>
          <div className="pill-row">
            {tags.map((tag) => (
              <Pill key={tag}>{tag}</Pill>
            ))}
          </div>
        </PanelSection>
      )}
      {alerts.length > 0 && (
        <PanelSection title={i18n.t('Attack story')}>
          <AlertTimeline alerts={alerts} />
        </PanelSection>
      )}
      {techniques.length > 0 && (
        <PanelSection title={i18n.t('MITRE ATT&CK')}>
          <Techniques techniques={techniques} />
        </PanelSection>
      )}
      {comments.length > 0 && (
        <PanelSection title={i18n.t('Comments')}>
          <ul className="comments">
            {comments.map(({ text, by, at }, index) => (
              <li key={`${index} ${at}`}>
                <div className="quiet">
                  {by ?? i18n.t('Somebody')} · <RelativeTime at={at} />
                </div>
                {text}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {other.length > 0 && (
        <PanelSection title={i18n.t('Also sent by the service')}>
          <FieldList fields={other} />
        </PanelSection>
      )}
    </>
  );
}
