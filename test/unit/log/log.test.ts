import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../main/log/log';

describe('the log file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tenantry-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const lines = () => readFileSync(join(folder, 'tenantry.log'), 'utf8').trimEnd().split('\n');

  it('has one line a message, with level and facts, and no secret', () => {
    const log = createLog(folder);
    log.info('started', { tenantId: 't' });
    log.warn('Bearer abcdefgh12345');
    log.error('failed', { clientSecret: 'planted', error: new Error('boom') });
    expect(lines()).toHaveLength(3);
    expect(lines()[0]).toMatch(/^\d{4}-\d\d-\d\dT.*Z info started {"tenantId":"t"}$/);
    expect(lines()[1]).toMatch(/warn \[hidden\]$/);
    expect(lines()[2]).toContain('"message":"boom"');
    expect(lines().join()).not.toContain('planted');
  });

  it('cannot be made to show a forged line', () => {
    createLog(folder).info('name\n2026-01-01T00:00:00Z error forged', { name: 'a\nb' });
    expect(lines()).toHaveLength(1);
  });

  it('can be read by its owner only', () => {
    createLog(folder).error('private');
    expect(statSync(join(folder, 'tenantry.log')).mode & 0o777).toBe(0o600);
  });
});
