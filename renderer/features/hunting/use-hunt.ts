import { i18n } from '@lingui/core';
import { useEffect, useMemo } from 'react';
import type { HuntingRun, HuntingRunId } from '../../../contract/hunting';
import type { HuntingTab } from '../../../contract/hunting-library';
import type { Input } from '../../../contract/ipc';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useNow } from '../../ui/use-now';
import { useAction } from '../common/use-action';
import type { Refusal } from './editor/KqlEditor';
import { useHunting } from './hunting-store';
import { letBlock } from './query/parameters';
import { rangeAt } from './query/time-range';
import { learnedFrom } from './run/learn-table';
import { refusalOf } from './run/refusal';
import { useRun } from './run/use-run';

export interface Hunt {
  /** What stands before the text of the tab. */
  prefix: string;
  run: HuntingRun | null;
  /** What a run would ask; null: it could not. */
  wish: Input<'hunting.check'> | null;
  /** Why it could not; null: it can. */
  hindrance: string | null;
  refusal: Refusal | null;
  start(): void;
  cancel(): void;
  /** Opens an earlier query in a tab, or goes to the tab it stands in; `runId`: with its rows. */
  show(query: string, runId: HuntingRunId | null, name?: string): void;
}

/** The run of a tab: what it would ask, and how the last one goes on. */
export function useHunt(tab: HuntingTab, tenants: readonly Tenant[]): Hunt {
  const { chosen, split, runs, setRun, learn } = useHunting();
  const { run: act } = useAction();
  const { text: prefix, faulty } = useMemo(() => letBlock(tab.parameters), [tab.parameters]);
  const { run } = useRun(runs[tab.tabId] ?? null);
  const all = tenants.map(({ tenantId }) => tenantId);
  const tenantIds = chosen === null ? all : all.filter((tenantId) => chosen.includes(tenantId));
  // To the minute, so that what is known before a run is not asked for all the time.
  const minute = Math.floor(useNow() / 60_000) * 60_000;
  const wrongRange = tab.range.kind === 'between' && tab.range.from >= tab.range.to;
  const hindrance =
    tab.text.trim() === ''
      ? i18n.t('There is no query yet')
      : tenantIds.length === 0
        ? i18n.t('No tenant is chosen')
        : faulty.length > 0
          ? i18n.t('A value is none of its type: {names}', { names: faulty.join(', ') })
          : wrongRange
            ? i18n.t('The time range ends before it begins')
            : null;
  const wishAt = (now: number) => ({ query: prefix + tab.text, tenantIds, range: rangeAt(tab.range, now), split });
  const wish = hindrance === null ? wishAt(minute) : null;

  const start = () => {
    if (hindrance !== null || run?.state === 'running') return;
    void act(async () => {
      const started = await call('hunting.start', wishAt(Date.now()));
      if (started.ok) setRun(tab.tabId, started.value.runId);
      return started;
    });
  };

  useEffect(() => {
    if (!run || run.state === 'running') return;
    const learned = learnedFrom(run);
    if (learned) learn([learned]);
  }, [run, learn]);

  const { text } = tab;
  const refusal = useMemo(() => refusalOf(run, prefix, text), [run, prefix, text]);
  return {
    prefix,
    run,
    wish,
    hindrance,
    refusal,
    start,
    cancel: () => run && void call('hunting.cancel', { runId: run.runId }),
    show: showEarlier,
  };
}

function showEarlier(query: string, runId: HuntingRunId | null, name = i18n.t('Earlier run')): void {
  const { tabs, goToTab, open, setRun } = useHunting.getState();
  const there = tabs.find(({ text, parameters }) => text === query && parameters.length === 0);
  if (there) goToTab(there.tabId);
  else open({ name, text: query, parameters: [] }, null);
  if (runId !== null) setRun(useHunting.getState().activeTabId, runId);
}
