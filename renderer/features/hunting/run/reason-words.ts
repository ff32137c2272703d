import { i18n } from '@lingui/core';
import type { HuntingReason, HuntingTenant } from '../../../../contract/hunting';
import type { Tone } from '../../../ui/StateBadge';
import { clockMinutes } from '../../../ui/relative-time';
import { problemWords } from '../../common/problem-words';

export interface ReasonWords {
  /** Short, for lists and counts. */
  title: string;
  /** What to do. */
  remedy: string;
}

/** Why a tenant has no rows or not all, and what helps. */
export function reasonWords({ code, name = '', retryAt, problem, detail = '' }: HuntingReason): ReasonWords {
  const at = retryAt === undefined ? '' : clockMinutes(retryAt);
  switch (code) {
    case 'syntax':
      return { title: i18n.t('the query is not understood'), remedy: i18n.t('Mend it in the editor and run it again.') };
    case 'semantic':
      return {
        title: i18n.t('a name or type does not fit'),
        remedy: i18n.t('A column may be missing in this tenant, as its products differ. Check the query, or leave the tenant out.'),
      };
    case 'missingTable':
      return {
        title: name ? i18n.t('no table {name}', { name }) : i18n.t('a table is missing'),
        remedy: i18n.t('The product that fills this table is not licensed or not set up in this tenant.'),
      };
    case 'timeout':
      return { title: i18n.t('took longer than three minutes'), remedy: i18n.t('Split the run by time, or filter earlier in the query.') };
    case 'cpuQuota':
      return {
        title: at ? i18n.t('processing time used up until {at}', { at }) : i18n.t('processing time used up'),
        remedy: i18n.t('The tenant’s share of processing time is spent. Run it again then.'),
      };
    case 'throttled':
      return {
        title: at ? i18n.t('calls used up until {at}', { at }) : i18n.t('calls used up'),
        remedy: i18n.t('The tenant was asked as often as it may be. Run it again then.'),
      };
    case 'tooHeavy':
      return {
        title: i18n.t('ended as too heavy'),
        remedy: i18n.t('The service stopped the query. Filter earlier, or split the run by time.'),
      };
    case 'tooLarge':
      return { title: i18n.t('more than 50 MB'), remedy: i18n.t('Ask for fewer columns, or split the run by time.') };
    case 'rowLimit':
      return {
        title: i18n.t('100,000 rows, and perhaps more'),
        remedy: i18n.t('The service gives no more at once. Split the run by time to get all.'),
      };
    case 'queryTooBig':
      return { title: i18n.t('the query grows too big'), remedy: i18n.t('Name the tables in place of searching all of them.') };
    case 'notSplittable':
      return { title: i18n.t('cannot be split by time'), remedy: detail || i18n.t('Run it without splitting.') };
    case 'rangeNotAddable':
      return {
        title: i18n.t('the time range cannot be added'),
        remedy: detail || i18n.t('Write the time into the query, and choose “As the query says”.'),
      };
    case 'someParts':
      return { title: i18n.t('some parts of the time are missing'), remedy: i18n.t('Run it again: only what is missing is not complete.') };
    case 'notKept':
      return { title: i18n.t('rows could not be kept'), remedy: i18n.t('Check the free space on the disk of this computer.') };
    case 'problem': {
      if (!problem) return { title: i18n.t('failed'), remedy: '' };
      const { title, nextStep } = problemWords(problem.code);
      return { title: title.charAt(0).toLowerCase() + title.slice(1), remedy: nextStep };
    }
  }
}

/** A tenant's state in a run as a shape and a word. */
export function stateOf({ state, parts, waitsUntil }: HuntingTenant): { tone: Tone; label: string } {
  switch (state) {
    case 'waiting':
      return {
        tone: 'waiting',
        label: waitsUntil === null ? i18n.t('Waiting') : i18n.t('Waiting until {at}', { at: clockMinutes(waitsUntil) }),
      };
    case 'running':
      return { tone: 'busy', label: parts.of > 1 ? i18n.t('Running, part {done} of {of}', parts) : i18n.t('Running') };
    case 'done':
      return { tone: 'good', label: i18n.t('Done') };
    case 'partial':
      return { tone: 'warning', label: i18n.t('Not complete') };
    case 'failed':
      return { tone: 'bad', label: i18n.t('Failed') };
    case 'cancelled':
      return { tone: 'idle', label: i18n.t('Cancelled') };
  }
}

/** How many rows a tenant has in a run. None, where it did not answer whole, is no number. */
export function rowsWords({ state, rows }: Pick<HuntingTenant, 'state' | 'rows'>): string {
  return state !== 'done' && rows === 0 ? '–' : i18n.number(rows);
}
