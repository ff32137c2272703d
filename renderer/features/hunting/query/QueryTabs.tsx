import { Button, Tab, TabList } from '@fluentui/react-components';
import { Add16Regular, Dismiss12Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useHunting } from '../hunting-store';

/** The queries being worked on. */
export function QueryTabs() {
  const tabs = useHunting((state) => state.tabs);
  const active = useHunting((state) => state.activeTabId);
  const goToTab = useHunting((state) => state.goToTab);
  const newTab = useHunting((state) => state.newTab);
  const closeTab = useHunting((state) => state.closeTab);
  const current = tabs.find(({ tabId }) => tabId === active);
  return (
    <div className="query-tabs">
      <TabList
        size="small"
        selectedValue={active}
        onTabSelect={(_event, { value }) => goToTab(String(value))}
        aria-label={i18n.t('Queries')}
      >
        {tabs.map(({ tabId, name }) => (
          <Tab key={tabId} value={tabId} title={name}>
            <span className="query-tab-name clip">{name}</span>
          </Tab>
        ))}
      </TabList>
      <Button
        size="small"
        appearance="subtle"
        icon={<Dismiss12Regular />}
        aria-label={i18n.t('Close {name}', { name: current?.name ?? '' })}
        title={i18n.t('Close this query')}
        onClick={() => closeTab(active)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<Add16Regular />}
        aria-label={i18n.t('New query')}
        title={i18n.t('New query')}
        onClick={newTab}
      />
    </div>
  );
}
