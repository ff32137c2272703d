import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../contract/campaign';
import type { Tenant } from '../../../../contract/tenant';
import { campaignReason, noneShownWords } from '../../../../renderer/features/incidents/campaign-words';

const coverage = {} as Campaign['coverage'];
const campaign = (facts: Partial<Campaign>): Campaign => ({
  incidents: [],
  total: 4,
  tenants: 5,
  sameTitle: 0,
  sameDetector: 0,
  things: 3,
  shared: [],
  search: { searchable: 9, total: 9 },
  coverage,
  ...facts,
});

describe('where no incident is shown', () => {
  const ready = (facts: Partial<Campaign>) => noneShownWords({ state: 'ready', value: campaign({ total: 0, ...facts }) }, tenants);
  const tenants = [{ health: { state: 'fresh' } }, { health: { state: 'failed', problem: { code: 'appDisabled' } } }] as Tenant[];
  const fresh = { total: 2, byState: { fresh: 2 } };

  it('nothing is said only where it is known that there is none', () => {
    expect(ready({ coverage: fresh })).toBeNull();
    expect(noneShownWords({ state: 'loading' }, [])).toBeNull();
  });

  it('it is said who was not read, and what is not searchable yet', () => {
    expect(ready({ coverage: { total: 2, byState: { fresh: 1, failed: 1 } } })).toMatch(
      /^None found so far\. 1 of 2 tenants fresh · 1 failed: app switched off\. .*may have it too/,
    );
    expect(ready({ coverage: fresh, search: { searchable: 3, total: 9 } })).toMatch(/^None found so far\. Search covers 3 of 9/);
  });

  it('a failure is said', () => {
    const words = noneShownWords(
      { state: 'failed', error: { code: 'storeClosed', message: '', retryable: false, correlationId: 'c' } },
      [],
    );
    expect(words).toMatch(/./);
  });
});

describe('why incidents may be a campaign', () => {
  it('is a sentence with rule, things and customers', () => {
    expect(campaignReason(campaign({ sameDetector: 4, sameTitle: 1 }))).toBe(
      'Same detection rule and 3 shared entities at 4 other customers.',
    );
    expect(campaignReason(campaign({ total: 1, sameTitle: 1, things: 1, tenants: 2 }))).toBe(
      'Same title and 1 shared entity at 1 other customer.',
    );
    expect(campaignReason(campaign({}))).toBe('3 shared entities at 4 other customers.');
    expect(campaignReason(campaign({ tenants: 1, total: 1 }))).toBe('3 things in common with another incident of the same customer.');
  });

  it('claims a rule or a title for no more of them than share it', () => {
    expect(campaignReason(campaign({ sameDetector: 1, sameTitle: 4 }))).toBe('Same title and 3 shared entities at 4 other customers.');
    expect(campaignReason(campaign({ sameDetector: 1, sameTitle: 3 }))).toBe(
      '3 shared entities at 4 other customers. Same detection rule in 1 of 4 incidents.',
    );
    expect(campaignReason(campaign({ sameTitle: 3 }))).toBe('3 shared entities at 4 other customers. Same title in 3 of 4 incidents.');
  });
});
