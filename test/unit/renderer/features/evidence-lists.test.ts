import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { uniqueDevices } from '../../../../main/incidents/unique-evidence';
import { DeviceList } from '../../../../renderer/features/incidents/DeviceList';

it('A device that thousands of alerts name is drawn with fifty of its values, the rest on demand', () => {
  const seen = Array.from({ length: 10_000 }, (_, at) => ({
    title: 'pc',
    id: 'pc',
    fields: [{ name: 'createdDateTime', value: String(at) }],
    observables: [],
  }));
  const devices = uniqueDevices(seen);
  const incident = { tenantId: 'a', incidentId: '1' };
  const drawn = renderToStaticMarkup(createElement(DeviceList, { devices, incident }));
  expect(drawn).toContain('10,000 fields');
  expect(drawn.split('<dt>createdDateTime</dt>')).toHaveLength(51);
  expect(drawn).toContain('Show 50 more of 9950 fields');
});
