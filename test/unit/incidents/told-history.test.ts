import { describe, expect, it } from 'vitest';
import { COMMENT_BEGINNING } from '../../../contract/incident-history';
import { asksForContent, toldHistory } from '../../../main/incidents/told-history';
import type { StoredHistory } from '../../../main/store/incident-view-port';

type Change = StoredHistory['changes'][number];
const NONE: Change = { seenAt: 300, updatedAt: 30, beforeAt: 20, own: false, fields: [], tags: null, comments: null, untold: false };
const history = (change: Partial<Change>): StoredHistory => ({ firstSeenAt: null, changes: [{ ...NONE, ...change }] });
type Content = NonNullable<Parameters<typeof toldHistory>[1]>;
const comment = (text: string, at: number | null = null, by: string | null = 'ana'): Content['comments'][number] => ({ text, by, at });
const alerts = (...made: [string, number | null][]) =>
  made.map(([title, createdAt]) => ({ title, createdAt })) as Partial<Content['alerts'][number]>[] as Content['alerts'];
const alertCount = (before: string, after: string): Change['fields'] => [{ field: 'alertCount', before, after }];
const told = (change: Partial<Change>, content: Partial<Content>) =>
  toldHistory(history(change), { comments: [], alerts: [], ...content }).changes[0];

describe('a history that is told', () => {
  it('names the comments that came, by their times, and by whom', () => {
    const comments = [comment('third', 30, 'bo'), comment('first', 10), comment('second', 20, null)];
    expect(told({ comments: { before: 1, after: 3 } }, { comments })?.comments).toEqual({
      before: 1,
      after: 3,
      added: [
        { text: 'second', by: null },
        { text: 'third', by: 'bo' },
      ],
    });
    expect(told({ comments: { before: 1, after: 2 } }, { comments: [comment('b'), comment('a', 1)] })?.comments?.added).toEqual([
      { text: 'a', by: 'ana' },
    ]);
  });

  it('names none where comments went, or are not there any more', () => {
    expect(told({ comments: { before: 2, after: 1 } }, { comments: [comment('a')] })?.comments).toEqual({ before: 2, after: 1, added: [] });
    expect(told({ comments: { before: 1, after: 2 } }, { comments: [comment('a')] })?.comments?.added).toEqual([]);
    expect(toldHistory(history({ comments: { before: 0, after: 1 } }), null).changes[0]?.comments?.added).toEqual([]);
  });

  it('has the beginning of a long comment, and cuts no letter in two', () => {
    const added = (text: string) => told({ comments: { before: 0, after: 1 } }, { comments: [comment(text)] })?.comments?.added[0]?.text;
    expect(added('x'.repeat(COMMENT_BEGINNING))).toBe('x'.repeat(COMMENT_BEGINNING));
    expect(added('😀'.repeat(COMMENT_BEGINNING + 1))).toBe(`${'😀'.repeat(COMMENT_BEGINNING)}…`);
  });

  it('names alerts that were made since the state before, and none where it is not known which came', () => {
    const all = alerts(['old', 10], ['new', 25], ['later', 31], ['no time', null]);
    expect(told({ fields: alertCount('1', '2') }, { alerts: all })?.newAlerts).toEqual(['new']);
    expect(told({ fields: alertCount('1', '3') }, { alerts: all })?.newAlerts).toEqual(['new']);
    expect(told({ fields: alertCount('1', '2') }, { alerts: alerts(['a', 25], ['b', 26]) })?.newAlerts).toEqual([]);
    expect(told({ fields: alertCount('1', '2'), beforeAt: null }, { alerts: all })?.newAlerts).toEqual([]);
    expect(told({ fields: alertCount('2', '1') }, { alerts: all })?.newAlerts).toEqual([]);
  });

  it('asks for the content only where that says more', () => {
    expect(asksForContent(history({ tags: { added: ['a'], removed: [] } }))).toBe(false);
    expect(asksForContent(history({ fields: alertCount('2', '1') }))).toBe(false);
    expect(asksForContent(history({ fields: alertCount('1', '2') }))).toBe(true);
    expect(asksForContent(history({ comments: { before: 0, after: 1 } }))).toBe(true);
  });
});
