import { describe, expect, it } from 'vitest';
import { parseStartArguments } from '../../../main/app/arguments';

describe('parseStartArguments', () => {
  it('reads the options of Tenantry among those of Chromium', () => {
    expect(parseStartArguments(['--remote-debugging-port=0', '--sandbox', '--session-only'], '/w')).toEqual({
      sandbox: true,
      cloudFile: null,
      sessionOnly: true,
    });
  });

  it('takes a cloud file in both spellings, relative to the working folder', () => {
    expect(parseStartArguments(['--cloud=lab.json'], '/w').cloudFile).toBe('/w/lab.json');
    expect(parseStartArguments(['--cloud', '/x/lab.json'], '/w').cloudFile).toBe('/x/lab.json');
  });

  it('does nothing of the kind by itself', () => {
    expect(parseStartArguments([], '/w')).toEqual({ sandbox: false, cloudFile: null, sessionOnly: false });
  });
});
