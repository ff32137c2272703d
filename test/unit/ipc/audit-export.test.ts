import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AuditLog } from '../../../main/audit/audit-log';
import type { Desk, IpcContext } from '../../../main/ipc/context';
import { auditHandlers } from '../../../main/ipc/handlers/audit';
import { TempStore } from '../../support/store/temp-store';

let temp: TempStore;
let audit: AuditLog;
let path: string;
let desk: Pick<Desk, 'audit'> | null;
beforeEach(async () => {
  temp = new TempStore();
  const store = await temp.open();
  audit = new AuditLog({ store, now: () => 1_700_000_000_000, user: () => 'kim', ownTenants: () => [] });
  await audit.note('signedIn', null);
  path = join(temp.folder, 'audit-trail.jsonl');
  desk = { audit };
});
afterEach(() => temp.remove());

/** Where the user says; meanwhile something may happen. */
const exported = (meanwhile: () => void = () => undefined) => {
  const dialogs = {
    whereToSave: async () => {
      meanwhile();
      return path;
    },
    saveText: async ({ text }: { text: string }) => {
      meanwhile();
      writeFileSync(path, text);
      return { path };
    },
  };
  return auditHandlers({ desk: () => desk, dialogs } as unknown as IpcContext)['audit.export'](undefined);
};

it('notes that the trail goes out before it does', async () => {
  expect(await exported()).toMatchObject({ ok: true, value: { path } });
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { action: string }).action)).toEqual(['signedIn', 'auditExported']);
});

it('writes nothing where that cannot be noted: the profile was closed while the user looked for a folder', async () => {
  const closed = () => {
    desk = null;
  };
  expect(await exported(closed)).toMatchObject({ ok: false, code: 'storeClosed' });
  expect(existsSync(path)).toBe(false);
});

it('says why it could not be written, and leaves no part of it', async () => {
  path = join(temp.folder, 'nowhere', 'audit-trail.jsonl');
  expect(await exported()).toMatchObject({ ok: false, code: 'notSaved', message: expect.stringContaining('ENOENT') });
});
