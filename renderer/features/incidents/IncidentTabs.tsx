import { i18n } from '@lingui/core';
import { Tab, TabList } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import type { IncidentDetail } from '../../../contract/incident';
import { AlertList } from './AlertList';
import { DeviceList } from './DeviceList';
import { EntityList } from './EntityList';
import { HistoryList } from './HistoryList';
import { IncidentNotices } from './IncidentNotices';
import { IncidentOverview } from './IncidentOverview';
import { RawIncident } from './RawIncident';

type TabName = 'overview' | 'alerts' | 'devices' | 'entities' | 'history' | 'raw';

/** The parts of an incident. */
export function IncidentTabs({ detail }: { detail: IncidentDetail }) {
  const [tab, setTab] = useState<TabName>('overview');
  const id = useId();
  const tabs: readonly { name: TabName; label: string; count?: number }[] = [
    { name: 'overview', label: i18n.t('Overview') },
    { name: 'alerts', label: i18n.t('Alerts'), count: detail.alerts.length },
    { name: 'devices', label: i18n.t('Devices'), count: detail.devices.length },
    { name: 'entities', label: i18n.t('Entities'), count: detail.entities.length },
    { name: 'history', label: i18n.t('History') },
    { name: 'raw', label: i18n.t('Raw') },
  ];
  return (
    <>
      <IncidentNotices detail={detail} />
      <TabList
        size="small"
        className="incident-tabs"
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(tabs.find(({ name }) => name === value)?.name ?? 'overview')}
      >
        {tabs.map(({ name, label, count }) => (
          <Tab key={name} value={name} id={`${id}-${name}`} aria-controls={`${id}-panel`}>
            {label} {count !== undefined && <small>{count}</small>}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className="incident-tab">
        {content(tab, detail)}
      </div>
    </>
  );
}

function content(tab: TabName, detail: IncidentDetail): ReactNode {
  switch (tab) {
    case 'overview':
      return <IncidentOverview detail={detail} />;
    case 'alerts':
      return <AlertList alerts={detail.alerts} />;
    case 'devices':
      return <DeviceList devices={detail.devices} incident={detail.row} />;
    case 'entities':
      return <EntityList entities={detail.entities} incident={detail.row} />;
    case 'history':
      return <HistoryList incident={detail.row} />;
    case 'raw':
      return <RawIncident incident={detail.row} />;
  }
}
