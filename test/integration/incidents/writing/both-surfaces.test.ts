import { beforeEach, describe, expect, it } from 'vitest';
import type { Surface } from '../../../../contract/permissions';
import {
  at,
  change,
  desk,
  ended,
  endOf,
  faultOf,
  idOf,
  openDesk,
  readOver,
  sent,
  store,
  stored,
  tamper,
  tenantId,
  trail,
  truth,
  WRONG,
} from './desk-at-sandbox';

describe.each<Surface>(['xdr', 'graph'])('over %s', (surface) => {
  beforeEach(() => readOver(surface));

  it('sends what changes and nothing else, stores what the service then says, and writes both down', async () => {
    const before = truth();
    const item = await endOf({ status: 'resolved', ...WRONG, addTags: ['Customer told'], comment: 'A test of theirs' });
    expect(item).toMatchObject({ state: 'done' });
    expect(truth()).toMatchObject({
      ...before,
      status: 'Resolved',
      classification: 'FalsePositive',
      determination: 'Clean',
      tags: ['Customer told'],
      comments: [{ comment: 'A test of theirs' }],
      lastUpdateTime: expect.any(String),
    });
    expect((await stored())?.status.toLowerCase()).toBe('resolved');
    expect((await stored())?.alertCount).toBe((before['alerts'] as unknown[]).length);
    expect(sent().map(({ method }) => method)).toEqual(surface === 'graph' ? ['PATCH', 'POST'] : ['PATCH']);
    expect(await trail()).toEqual(['incidentChangeSent', 'incidentChanged']);
    expect((await store.listAudit({ before: null, limit: 1 }))[0]).toMatchObject({
      tenantId,
      user: 'tester',
      detail: { incident: `#${idOf()}`, surface },
    });
    expect(await store.listKeptWrites()).toEqual([]);
  });

  it('writes over nothing that somebody else did meanwhile, and settles it as a person says', async () => {
    tamper(0, { assignedTo: 'other@partner.example' });
    const { batchId, items } = await change({ status: 'resolved', assignedTo: 'me@partner.example' });
    const [item] = await items();
    expect(item).toMatchObject({ state: 'conflict', base: { assignedTo: null }, theirs: { assignedTo: 'other@partner.example' } });
    expect(sent()).toEqual([]);
    expect(await trail()).toEqual(['incidentChangeConflict']);
    expect(desk.settle(batchId, item?.id ?? '', ['status'])).toBe(true);
    expect((await ended(batchId))[0]?.state).toBe('done');
    expect(truth()).toMatchObject({ status: 'Resolved', assignedTo: 'other@partner.example' });
  });

  it('is told apart, in the history, from what others did', async () => {
    const history = async () => (await store.incidentHistory({ tenantId, incidentId: idOf() }))?.changes ?? [];
    expect((await endOf({ addTags: ['Mine'], comment: 'Looked at it' }))?.state).toBe('done');
    expect(await history()).toMatchObject([{ own: true, tags: { added: ['Mine'], removed: [] }, comments: { before: 0, after: 1 } }]);
    tamper(0, { tags: ['Theirs'] });
    await readOver(surface);
    expect((await history())[0]).toMatchObject({ own: false, tags: { added: ['Theirs'], removed: ['Mine'] }, comments: null });
  });

  it('lets tags and comments of others stand, and sends nothing that is so already', async () => {
    tamper(0, { tags: ['Theirs'], comments: [{ comment: 'Theirs', createdBy: 'other', createdTime: new Date().toISOString() }] });
    expect((await endOf({ addTags: ['Mine'], comment: 'Mine' }))?.state).toBe('done');
    expect(truth()['tags']).toEqual(['Theirs', 'Mine']);
    expect(truth()['comments']).toMatchObject([{ comment: 'Theirs' }, { comment: 'Mine' }]);
    tamper(1, { status: 'Resolved' });
    at.sandbox.control.clearRequests();
    expect((await endOf({ status: 'resolved' }, 1))?.state).toBe('unchanged');
    expect(sent()).toEqual([]);
  });

  it('says which role is missing where it was taken away in the middle', async () => {
    const role = surface === 'graph' ? 'SecurityIncident.ReadWrite.All' : 'Incident.ReadWrite.All';
    const message = `Missing application roles. API required roles: ${role}, application roles: .`;
    at.sandbox.control.fault({ match: faultOf(surface), skip: 1, status: 403, body: { error: { code: 'Forbidden', message } } });
    expect(await endOf({ status: 'resolved' })).toMatchObject({ state: 'noPermission', missingRole: role, appId: 'app' });
    expect(truth()['status']).toBe('Active');
    expect(await trail()).toEqual(['incidentChangeSent', 'incidentChangeFailed']);
  });

  it('waits as long as the service says, and then goes on', async () => {
    at.sandbox.control.throttle(tenantId, { limitPerMinute: 2, style: 'body', windowSeconds: 1 });
    const items = await (await change({ status: 'inProgress' }, [0, 1])).items();
    expect(items.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(at.sandbox.control.requests().some(({ status }) => status === 429)).toBe(true);
    expect([0, 1].map((index) => truth(index)['status'])).toEqual(['InProgress', 'InProgress']);
    expect((await store.untoldNews(0, null)).news, 'what was done here is no news here').toEqual([]);
  });

  it('sends nothing to an incident that was merged, and names the other one', async () => {
    tamper(0, { redirectIncidentId: truth(3)['incidentId'] });
    expect(await endOf({ status: 'resolved' })).toMatchObject({ state: 'redirected', target: idOf(3) });
    expect(sent()).toEqual([]);
  });

  it('keeps what cannot be sent, over the end of the desk too, and sends it when told to', async () => {
    at.sandbox.control.fault({ match: faultOf(surface), reset: true });
    expect((await endOf({ status: 'resolved' }))?.state).toBe('kept');
    desk.close();
    openDesk();
    at.sandbox.control.clearFaults();
    const { kept } = await desk.view();
    expect(kept).toMatchObject([{ tenantName: 'Contoso', change: { status: 'resolved' }, state: 'kept' }]);
    tamper(0, { assignedTo: 'other@partner.example' });
    const batchId = await desk.sendKept(kept.map(({ id }) => id));
    expect((await ended(batchId ?? ''))[0]?.state).toBe('conflict');
    expect(truth()['status']).toBe('Active');
  });

  it('takes back what can be taken back', async () => {
    tamper(1, { classification: 'TruePositive', determination: 'Phishing', tags: ['Old'] });
    await readOver(surface);
    const { batchId, items } = await change(
      { status: 'resolved', assignedTo: 'me@partner.example', ...WRONG, addTags: ['New'], removeTags: ['Old'], comment: 'Once' },
      [0, 1],
    );
    expect((await items()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect((await desk.view()).batches[0]).toMatchObject({
      undoable: 2,
      stays: surface === 'xdr' ? ['classification', 'comments'] : ['comments'],
    });
    const undoing = await desk.undo(batchId);
    expect((await ended(undoing ?? '')).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(truth(1)).toMatchObject({
      status: 'Active',
      assignedTo: null,
      classification: 'TruePositive',
      determination: 'Phishing',
      tags: ['Old'],
    });
    expect(truth(0)).toMatchObject({ status: 'Active', classification: surface === 'xdr' ? 'FalsePositive' : 'Unknown' });
    expect(truth(0)['comments']).toHaveLength(1);
    expect(await desk.undo(batchId)).toBeNull();
  });
});
