import { beforeAll, describe, expect, it } from 'vitest';
import { KustoService } from '../../../../../renderer/features/hunting/language/kusto-service';
import { STARTER_QUERIES } from '../../../../../renderer/features/hunting/library/starter-queries';
import { letBlock } from '../../../../../renderer/features/hunting/query/parameters';
import { DOCUMENTED_TABLES, SCHEMA_SOURCE, withLearned } from '../../../../../renderer/features/hunting/schema/known-tables';

const service = new KustoService();
// The first answer of the library takes some seconds, as it is compiled then.
beforeAll(() => {
  service.setTables(DOCUMENTED_TABLES);
  service.analyse('DeviceInfo | where DeviceName == "x"');
}, 60_000);

const at = (marked: string) => {
  const place = marked.indexOf('^');
  return { text: marked.replace('^', ''), place };
};
const labels = (marked: string) => {
  const { text, place } = at(marked);
  return service.complete(text, place).items.map(({ label }) => label);
};

describe('the language of hunting queries', () => {
  it('proposes tables, and the columns of the table in use', () => {
    expect(labels('DeviceP^')).toContain('DeviceProcessEvents');
    const columns = labels('DeviceProcessEvents | where Process^');
    expect(columns).toEqual(expect.arrayContaining(['ProcessCommandLine', 'ProcessId', 'InitiatingProcessFileName']));
    expect(columns).not.toContain('RecipientEmailAddress');
  });

  it('proposes nothing of clusters and databases', () => {
    expect(labels('^').filter((label) => /^(cluster|database|entity_group)\b/.test(label))).toEqual([]);
  });

  it('finds a column that the table has not, and says where', () => {
    const { findings } = service.analyse('DeviceInfo\n| where BadCol == 1');
    expect(findings).toEqual([{ from: 19, to: 25, severity: 'error', message: expect.stringContaining('BadCol') as string }]);
  });

  it('takes empty lines as part of the query, comments and pipes in texts as what they are', () => {
    const text = 'let name = "a|b";\n\n\n// one | two\nDeviceInfo\n\n| where DeviceName == name and OSPlatform != "é|ö 漢字"';
    const { findings, spans } = service.analyse(text);
    expect(findings).toEqual([]);
    const words = (kind: string) => spans.filter((span) => span.kind === kind).map(({ from, to }) => text.slice(from, to));
    expect(words('comment')).toEqual(['// one | two']);
    expect(words('string')).toEqual(['"a|b"', '"é|ö 漢字"']);
    expect(words('table')).toEqual(['DeviceInfo']);
  });

  it('says what a column is, and lays a query out', () => {
    const { text, place } = at('DeviceInfo | where Dev^iceName has "x"');
    expect(service.explain(text, place)).toMatch(/DeviceName: string[\s\S]*full name/);
    expect(service.format(`${text} | take 5 | project DeviceName`)).toBe(
      'DeviceInfo\n| where DeviceName has "x"\n| take 5\n| project DeviceName',
    );
  });

  it.each(STARTER_QUERIES.map((query) => [query.name, query] as const))('finds nothing wrong in “%s”', (_name, { text, parameters }) => {
    expect(service.analyse(letBlock(parameters).text + text).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('documented tables', () => {
  it('are there, each with columns of known types and none twice', () => {
    expect(DOCUMENTED_TABLES.length).toBeGreaterThanOrEqual(66);
    for (const { name, columns } of DOCUMENTED_TABLES) {
      expect(columns.length, name).toBeGreaterThan(2);
      expect(new Set(columns.map((column) => column.name)).size, name).toBe(columns.length);
      for (const column of columns)
        expect(['string', 'long', 'int', 'real', 'bool', 'datetime', 'dynamic', 'guid'], `${name}.${column.name}`).toContain(column.type);
    }
  });

  it('are counted as compared only where the page they were held against is named', () => {
    expect(SCHEMA_SOURCE).toMatchObject({ compared: SCHEMA_SOURCE.all - 1, all: DOCUMENTED_TABLES.length });
  });

  it('keep what is known of them when a tenant showed more columns', () => {
    const learned = withLearned([{ name: 'CampaignInfo', columns: [{ name: 'Newest', type: 'string' }] }]);
    const campaigns = learned.find(({ name }) => name === 'CampaignInfo');
    expect(campaigns).toMatchObject({ state: 'preview' });
    expect(campaigns?.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['Timestamp', 'Newest']));
  });
});
