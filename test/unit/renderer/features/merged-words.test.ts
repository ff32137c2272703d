import { afterEach, describe, expect, it } from 'vitest';
import type { UnreadTarget } from '../../../../contract/incident';
import { speak } from '../../../../locales/words';
import { mergedWords } from '../../../../renderer/features/incidents/merged-words';

const NOW = 1_000_000;
const UNREAD: UnreadTarget = {
  said: 'HTTP 500: InternalServerError',
  code: 'serviceError',
  tries: 3,
  since: NOW - 60_000,
  againAt: NOW + 60_000,
};

afterEach(() => speak('en'));

describe('an incident that was merged into another one', () => {
  it('only names that one where it can be opened', () => {
    expect(mergedWords('900', null, NOW)).toEqual({ title: 'Merged into incident #900.', body: null });
  });

  it('says that it could not be read, why, how often it was asked for and since when, and when it is again', async () => {
    expect(mergedWords('900', UNREAD, NOW)).toEqual({
      title: 'Merged into incident #900, which could not be read.',
      body: 'Service error (HTTP 500: InternalServerError). Asked for 3 times since [[since]]. Tenantry asks again with the first read after [[again]].',
    });
    expect(mergedWords('900', { ...UNREAD, tries: 1, againAt: NOW }, NOW).body).toBe(
      'Service error (HTTP 500: InternalServerError). Asked for once, [[since]]. Tenantry asks again with the next read.',
    );
    await speak('sv');
    expect(mergedWords('900', UNREAD, NOW)).toEqual({
      title: 'Sammanslagen med incident nr 900, som inte kunde läsas.',
      body: expect.stringMatching(
        /\(HTTP 500: InternalServerError\)\. Efterfrågad 3 gånger, först \[\[since\]\]\. Tenantry frågar igen vid den första läsningen efter \[\[again\]\]\.$/,
      ) as string,
    });
  });

  it('says what is known where an earlier version noted it', () => {
    expect(mergedWords('900', { ...UNREAD, code: null, said: 'HTTP 500' }, NOW).body).toMatch(/^HTTP 500\. Asked for 3 times/);
  });
});
