import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../contract/campaign';
import { campaignReason } from '../../../../renderer/features/incidents/campaign-words';

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

describe('why incidents may be a campaign', () => {
  it('is a sentence with rule, things and customers', () => {
    expect(campaignReason(campaign({ sameDetector: 2, sameTitle: 1 }))).toBe(
      'Same detection rule and 3 shared entities at 4 other customers.',
    );
    expect(campaignReason(campaign({ sameTitle: 1, things: 1, tenants: 2 }))).toBe('Same title and 1 shared entity at 1 other customer.');
    expect(campaignReason(campaign({}))).toBe('3 shared entities at 4 other customers.');
    expect(campaignReason(campaign({ tenants: 1, total: 1 }))).toBe('3 things in common with another incident of the same customer.');
  });
});
