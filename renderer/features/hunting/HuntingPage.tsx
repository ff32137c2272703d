// A page loaded later shares its schemas with the first one: this makes the bundler put the setting before them there as well.
import '../../bridge/zod-without-eval';
import { Button, Spinner, Tab, TabList, Tooltip } from '@fluentui/react-components';
import { PanelLeft20Regular, Save20Regular, TextAlignLeft20Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { EmptyState } from '../../ui/EmptyState';
import { type EditorHandle, KqlEditor } from './editor/KqlEditor';
import { useActiveTab, useHunting } from './hunting-store';
import { useLanguage } from './language/use-language';
import { LibraryPane } from './library/LibraryPane';
import { SaveQueryDialog } from './library/SaveQueryDialog';
import { ParameterForm } from './query/ParameterForm';
import { letBlock } from './query/parameters';
import { QueryTabs } from './query/QueryTabs';
import { TimeRangeButton } from './query/TimeRangeButton';
import { SchemaPane } from './schema/SchemaPane';
import './hunting.css';

/** Hunting over all customers: queries on the left, the one being worked on, and what came of it. */
export function HuntingPage() {
  const profile = useApp(({ status }) => status?.profile.id);
  const store = useApp(({ status }) => status?.store.state);
  const state = useHunting((hunting) => hunting.state);
  const load = useHunting((hunting) => hunting.load);
  useEffect(() => {
    if (loadedOf === `${profile} ${store}`) return;
    loadedOf = `${profile} ${store}`;
    void load();
  }, [profile, store, load]);

  if (state === 'loading') return <Spinner className="hunting-wait" label={i18n.t('Opening the queries')} />;
  if (state === 'failed')
    return (
      <EmptyState
        icon="⚠"
        title={i18n.t('The queries of this profile cannot be read')}
        actions={<Button onClick={() => void load()}>{i18n.t('Try again')}</Button>}
      >
        {i18n.t('See the notice at the top of the window.')}
      </EmptyState>
    );
  return <Workbench />;
}

/** Which profile the queries are of. */
let loadedOf = '';

function Workbench() {
  const tab = useActiveTab();
  const { change, utc, setUtc, newTab, closeTab } = useHunting();
  const { client, tables } = useLanguage();
  const [side, setSide] = useState<'queries' | 'tables' | null>('queries');
  const [saving, setSaving] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const before = letBlock(tab.parameters);
  useKeys([
    { id: 'hunting editor', label: i18n.t('Write the query'), group: 'Hunting', keys: ['e'], run: () => editor.current?.focus() },
    { id: 'hunting new', label: i18n.t('New query'), group: 'Hunting', keys: ['n'], run: newTab },
    { id: 'hunting close', label: i18n.t('Close this query'), group: 'Hunting', keys: [], run: () => closeTab(tab.tabId) },
    { id: 'hunting format', label: i18n.t('Format the query'), group: 'Hunting', keys: [], run: () => editor.current?.format() },
    {
      id: 'hunting save',
      label: i18n.t('Save the query in the library'),
      group: 'Hunting',
      keys: ['mod+s'],
      always: true,
      run: () => setSaving(true),
    },
  ]);

  return (
    <div className="hunting">
      {side !== null && (
        <aside className="hunting-side" aria-label={i18n.t('Queries and tables')}>
          <TabList
            size="small"
            selectedValue={side}
            onTabSelect={(_event, { value }) => setSide(value === 'tables' ? 'tables' : 'queries')}
          >
            <Tab value="queries">{i18n.t('Library')}</Tab>
            <Tab value="tables">{i18n.t('Tables')}</Tab>
          </TabList>
          {side === 'queries' ? <LibraryPane /> : <SchemaPane tables={tables} onInsert={(name) => editor.current?.insert(name)} />}
        </aside>
      )}
      <div className="hunting-main">
        <div className="hunting-head">
          <Button
            size="small"
            appearance="subtle"
            icon={<PanelLeft20Regular />}
            aria-label={i18n.t('Library and tables')}
            aria-pressed={side !== null}
            onClick={() => setSide(side === null ? 'queries' : null)}
          />
          <h1>{i18n.t('Hunting')}</h1>
          <QueryTabs />
        </div>
        <div className="toolbar hunting-tools">
          <TimeRangeButton range={tab.range} utc={utc} onRange={(range) => change({ range })} onUtc={setUtc} />
          <span className="toolbar-space" />
          <Tooltip content={i18n.t('Format (Shift+Alt+F)')} relationship="label">
            <Button appearance="subtle" icon={<TextAlignLeft20Regular />} onClick={() => editor.current?.format()} />
          </Tooltip>
          <Button appearance="subtle" icon={<Save20Regular />} disabled={tab.text.trim() === ''} onClick={() => setSaving(true)}>
            {i18n.t('Save…')}
          </Button>
        </div>
        <ParameterForm parameters={tab.parameters} onChange={(parameters) => change({ parameters })} />
        <KqlEditor
          ref={editor}
          tabId={tab.tabId}
          text={tab.text}
          onChange={(text) => change({ text })}
          onRun={() => undefined}
          client={client}
          prefix={before.text}
          refusal={null}
        />
      </div>
      {saving && <SaveQueryDialog tab={tab} onClose={() => setSaving(false)} />}
    </div>
  );
}
