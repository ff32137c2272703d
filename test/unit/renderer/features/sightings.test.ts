import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Sightings } from '../../../../contract/sightings';
import type { TenantState } from '../../../../contract/tenant';
import { SightingsOf } from '../../../../renderer/features/incidents/SightingsOf';

const seenAt = (tenantId: string, tenantState: TenantState) => ({
  tenantId,
  tenantName: tenantId,
  tenantState,
  incidents: 1,
  firstSeenAt: 0,
  lastSeenAt: 0,
});

it('A tenant that was not read lately never looks like one that was, also where a value was seen', () => {
  const found: Sightings = {
    tenants: [seenAt('Alpha', 'fresh'), seenAt('Beta', 'consentMissing')],
    incidents: [],
    search: { searchable: 2, total: 2 },
    coverage: { total: 2, byState: { fresh: 1, consentMissing: 1 } },
  };
  const incident = { tenantId: 'Alpha', incidentId: '1' };
  const drawn = renderToStaticMarkup(createElement(SightingsOf, { observable: { kind: 'ip', value: '192.0.2.1' }, found, incident }));
  const [, alpha = '', beta = ''] = drawn.split('class="sightings-tenant"');
  expect(beta).toContain('aria-label="Consent missing"');
  expect(alpha).not.toContain('role="img"');
});
