import { expect, it, vi } from 'vitest';
import type { Surface } from '../../../../contract/permissions';
import { answers, at, change, desk, faultOf, idOf, readOver, sent, tamper, trail, truth } from './desk-at-sandbox';

/** Longer than what was compared is believed. */
const RETRY_AFTER = '4';

const heldBack = () =>
  vi.waitFor(async () => expect((await desk.view()).batches[0]?.items[0]).toMatchObject({ state: 'sending', until: expect.any(Number) }));

const taken = () => sent().filter(({ status }) => status < 300);

it.each<Surface>(['xdr', 'graph'])('writes over nothing that somebody did while the limits of %s held the change back', async (surface) => {
  await readOver(surface);
  at.sandbox.control.fault({ match: faultOf(surface), skip: 1, times: 1, status: 429, headers: { 'retry-after': RETRY_AFTER }, body: {} });
  const { items } = await change({ assignedTo: 'me@partner.example', addTags: ['Mine'], comment: 'On it' });
  await heldBack();
  tamper(0, { assignedTo: 'other@partner.example', tags: ['Theirs'] });
  expect((await items())[0]).toMatchObject({ state: 'conflict', theirs: { assignedTo: 'other@partner.example', tags: ['Theirs'] } });
  expect(truth()).toMatchObject({ assignedTo: 'other@partner.example', tags: ['Theirs'], comments: [] });
  expect(taken()).toEqual([]);
  expect(await trail()).toEqual(['incidentChangeSent', 'incidentChangeConflict']);
});

it('keeps a tag that somebody gave while the change was held back, and sends it once', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, status: 429, headers: { 'retry-after': RETRY_AFTER }, body: {} });
  const { items } = await change({ addTags: ['Mine'], comment: 'On it' });
  await heldBack();
  tamper(0, { tags: ['Theirs'] });
  expect((await items())[0]?.state).toBe('done');
  expect(truth()['tags']).toEqual(['Theirs', 'Mine']);
  expect(truth()['comments']).toHaveLength(1);
  expect(taken()).toHaveLength(1);
});

it('says in the trail why a change that was held back was not sent after all', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, status: 429, headers: { 'retry-after': RETRY_AFTER }, body: {} });
  const { items } = await change({ status: 'resolved' });
  await heldBack();
  tamper(0, { redirectIncidentId: truth(3)['incidentId'] });
  expect((await items())[0]).toMatchObject({ state: 'redirected', target: idOf(3) });
  expect(await trail()).toEqual(['incidentChangeSent', 'incidentChangeFailed']);
  expect((await answers()).at(-1)).toContain('merged');
  expect(taken()).toEqual([]);
});
