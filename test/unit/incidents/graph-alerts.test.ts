import { expect, it } from 'vitest';
import { GraphProvider } from '../../../main/incidents/graph-provider';

/** A page of one incident whose alerts have to be looked for in a second step, which answers with this. */
async function readPage(createdDateTime: string, alerts: string) {
  const asked: URL[] = [];
  const provider = new GraphProvider({
    environment: { graphBase: 'https://graph.lab.example' },
    now: () => 0,
    fetch: async (url) => {
      asked.push(new URL(url));
      if (url.includes('$expand')) return new Response('{}', { status: 500 });
      return url.includes('alerts_v2') ? new Response(`{"value":[${alerts}]}`) : Response.json({ value: [{ id: '7', createdDateTime }] });
    },
  });
  const range = { createdSince: null, updatedSince: null };
  const result = await provider.readPage({
    tenantId: 'Contoso',
    accessToken: 'for tests',
    range,
    cursor: null,
    signal: new AbortController().signal,
  });
  return { result, filters: asked.flatMap(({ searchParams }) => searchParams.get('$filter') ?? []) };
}

it.each(['/Date(8640000000000000)/', '/Date(-62135596799999)/'])(
  'alerts of an incident made at %s are asked for by times there are',
  async (made) => {
    const { result, filters } = await readPage(made, '{"id":"a","incidentId":"7"}');
    expect(result).toMatchObject({ ok: true, page: { rows: [{ incidentId: '7', alertCount: 1 }] } });
    for (const filter of filters) for (const [year] of filter.matchAll(/[-+\d]+(?=-\d\d-\d\dT)/g)) expect(year).toMatch(/^\d{4}$/);
    expect(filters).toHaveLength(2);
  },
);

it('an alert nested too deeply is a problem of the page, and no exception', async () => {
  const deep = `{"id":"a","incidentId":"7","more":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  expect((await readPage('2026-01-15T12:00:00Z', deep)).result).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
});
