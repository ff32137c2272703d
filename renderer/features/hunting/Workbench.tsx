import { Button, Tab, TabList, Tooltip } from '@fluentui/react-components';
import { CalendarClock20Regular, PanelLeft20Regular, Save20Regular, Target24Regular, TextAlignLeft20Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useRef, useState } from 'react';
import { useCommands, useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { EmptyState } from '../../ui/EmptyState';
import { type EditorHandle, KqlEditor } from './editor/KqlEditor';
import { useActiveTab, useHunting } from './hunting-store';
import { useLanguage } from './language/use-language';
import { LibraryPane } from './library/LibraryPane';
import { SaveQueryDialog } from './library/SaveQueryDialog';
import { ParameterForm } from './query/ParameterForm';
import { QueryTabs } from './query/QueryTabs';
import { TimeRangeButton } from './query/TimeRangeButton';
import { BeforeRun } from './run/BeforeRun';
import { PastRuns } from './run/PastRuns';
import { RunArea } from './run/RunArea';
import { RunBar } from './run/RunBar';
import { ScheduleDialog } from './run/ScheduleDialog';
import { Schedules } from './run/Schedules';
import { TenantsButton } from './run/TenantsButton';
import { SchemaPane } from './schema/SchemaPane';
import { useHunt } from './use-hunt';
import { useRunOfNotice } from './use-run-of-notice';
import './results/results.css';

const SIDES = [
  { side: 'queries', label: /*i18n*/ 'Library' },
  { side: 'tables', label: /*i18n*/ 'Tables' },
  { side: 'runs', label: /*i18n*/ 'Runs' },
] as const;
type Side = (typeof SIDES)[number]['side'];

/** Queries on the left, the one being worked on, and what came of it. */
export function Workbench() {
  const tab = useActiveTab();
  const tenants = useApp((state) => state.tenants);
  const { change, utc, setUtc, newTab, closeTab, chosen, setChosen, split, setSplit } = useHunting();
  const { client, tables } = useLanguage();
  const { prefix, run, wish, hindrance, refusal, start, cancel, show } = useHunt(tab, tenants);
  useRunOfNotice(show);
  const [side, setSide] = useState<Side | null>('queries');
  const [asking, setAsking] = useState<'save' | 'schedule' | null>(null);
  const editor = useRef<EditorHandle>(null);
  const running = run?.state === 'running';
  const toggleSide = () => setSide(side === null ? 'queries' : null);
  useCommands('Hunting', [
    ...SIDES.map(({ side: one, label }) => ({
      id: `hunting ${one}`,
      label: i18n.t('Show: {part}', { part: i18n.t(label) }),
      run: () => setSide(one),
    })),
    ...(hindrance === null ? [{ id: 'hunting schedule', label: i18n.t('Run by itself…'), run: () => setAsking('schedule') }] : []),
  ]);
  useKeys([
    { id: 'hunting editor', label: i18n.t('Write the query'), group: 'Hunting', keys: ['e'], run: () => editor.current?.focus() },
    { id: 'hunting run', label: i18n.t('Run the query'), group: 'Hunting', keys: ['mod+enter'], run: start },
    { id: 'hunting cancel', label: i18n.t('Cancel the run'), group: 'Hunting', keys: [], run: cancel },
    { id: 'hunting new', label: i18n.t('New query'), group: 'Hunting', keys: ['n'], run: newTab },
    { id: 'hunting close', label: i18n.t('Close this query'), group: 'Hunting', keys: [], run: () => closeTab(tab.tabId) },
    { id: 'hunting format', label: i18n.t('Format the query'), group: 'Hunting', keys: [], run: () => editor.current?.format() },
    { id: 'hunting side', label: i18n.t('Library and tables'), group: 'Hunting', keys: [], run: toggleSide },
    {
      id: 'hunting save',
      label: i18n.t('Save the query in the library'),
      group: 'Hunting',
      keys: ['mod+s'],
      always: true,
      run: () => setAsking('save'),
    },
  ]);

  return (
    <div className="hunting">
      {side !== null && (
        <aside className="hunting-side" aria-label={i18n.t('Queries and tables')}>
          <TabList
            size="small"
            selectedValue={side}
            onTabSelect={(_event, { value }) => setSide(SIDES.find((one) => one.side === value)?.side ?? 'queries')}
          >
            {SIDES.map(({ side: one, label }) => (
              <Tab key={one} value={one}>
                {i18n.t(label)}
              </Tab>
            ))}
          </TabList>
          {side === 'queries' && <LibraryPane />}
          {side === 'tables' && <SchemaPane tables={tables} onInsert={(name) => editor.current?.insert(name)} />}
          {side === 'runs' && <Schedules onRun={show} />}
          {side === 'runs' && <PastRuns onOpen={({ query, runId, open }) => show(query, open ? runId : null)} />}
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
            onClick={toggleSide}
          />
          <h1>{i18n.t('Hunting')}</h1>
          <QueryTabs />
        </div>
        <div className="toolbar hunting-tools">
          <RunBar split={split} onSplit={setSplit} hindrance={hindrance} running={running} onRun={start} onCancel={cancel} />
          <TimeRangeButton range={tab.range} utc={utc} onRange={(range) => change({ range })} onUtc={setUtc} />
          <TenantsButton tenants={tenants} chosen={chosen} onChange={setChosen} />
          <div className="hunting-more">
            <Tooltip content={i18n.t('Format (Shift+Alt+F)')} relationship="label">
              <Button appearance="subtle" icon={<TextAlignLeft20Regular />} onClick={() => editor.current?.format()} />
            </Tooltip>
            <Tooltip content={i18n.t('Run by itself…')} relationship="label">
              <Button
                appearance="subtle"
                icon={<CalendarClock20Regular />}
                disabled={hindrance !== null}
                onClick={() => setAsking('schedule')}
              />
            </Tooltip>
            <Button appearance="subtle" icon={<Save20Regular />} disabled={tab.text.trim() === ''} onClick={() => setAsking('save')}>
              {i18n.t('Save…')}
            </Button>
          </div>
        </div>
        <ParameterForm parameters={tab.parameters} onChange={(parameters) => change({ parameters })} />
        <KqlEditor
          ref={editor}
          tabId={tab.tabId}
          text={tab.text}
          onChange={(text) => change({ text })}
          onRun={start}
          client={client}
          prefix={prefix}
          refusal={refusal}
        />
        <BeforeRun wish={running ? null : wish} tenants={tenants} />
        {run === null ? (
          <EmptyState
            icon={<Target24Regular />}
            title={tenants.length === 0 ? i18n.t('No tenants to hunt in yet') : i18n.t('Nothing was run here yet')}
          >
            {tenants.length === 0
              ? i18n.t('Add customers on the Tenants page first.')
              : i18n.t('Ctrl+Enter asks every chosen tenant on its own; rows of all of them come into one table.')}
          </EmptyState>
        ) : (
          <RunArea key={run.runId} run={run} utc={utc} />
        )}
      </div>
      {asking === 'save' && <SaveQueryDialog tab={tab} onClose={() => setAsking(null)} />}
      {asking === 'schedule' && (
        <ScheduleDialog name={tab.name} query={prefix + tab.text} chosen={chosen} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}
