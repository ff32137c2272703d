import type { Run } from './power-shell';
import { type Answered, sendAs, type Wire } from './replay';

/** As .NET's HttpClient sends it: `Uri.EscapeDataString`, a blank as "+". */
const WIRE: Wire = {
  headers: [],
  encode: (text) =>
    encodeURIComponent(text)
      .replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+'),
};

const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
const NAMESPACES = /^using [A-Z][\w.]*;$/;

/**
 * Runs a snippet by what stands in it, statement by statement, and throws at any it does not know: .NET is not installed where tests run. The
 * program's own errors are values.
 */
export async function runCSharp(text: string, env: Record<string, string>): Promise<Run> {
  const texts = new Map<string, string>();
  const clients = new Map<string, string[]>();
  const forms = new Map<string, [string, string][]>();
  const answers = new Map<string, Answered>();
  const bodies = new Map<string, Record<string, unknown>>();
  const literal = (word: string) => JSON.parse(word) as string;
  const valueOf = (word: string) => (word.startsWith('"') ? literal(word) : held(texts, word));

  for (const statement of statementsOf(text)) {
    let match: RegExpExecArray | null;
    const is = (pattern: string) => (match = new RegExp(`^${pattern}$`).exec(statement)) !== null;
    const part = (index: number) => match?.[index] ?? '';
    if (NAMESPACES.test(statement)) continue;
    if (is(String.raw`var (\w+) = Environment\.GetEnvironmentVariable\((${TEXT})\) \?\? throw new \w+\((${TEXT})\);`)) {
      const value = env[literal(part(2))];
      if (value === undefined) return { thrown: literal(part(3)) };
      texts.set(part(1), value);
    } else if (is(String.raw`using var (\w+) = new HttpClient\(\);`)) {
      clients.set(part(1), []);
    } else if (is(String.raw`using var (\w+) = new FormUrlEncodedContent\(new Dictionary<string, string> \{ (.*), \}\);`)) {
      forms.set(part(1), entriesOf(part(2), valueOf));
    } else if (is(String.raw`using var (\w+) = await (\w+)\.PostAsync\((${TEXT}), (\w+)\);`)) {
      const headers = held(clients, part(2));
      answers.set(part(1), await sendAs(WIRE, { method: 'POST', url: literal(part(3)), headers, form: held(forms, part(4)) }));
    } else if (is(String.raw`var (\w+) = await (\w+)\.Content\.ReadFromJsonAsync<JsonElement>\(\);`)) {
      bodies.set(part(1), JSON.parse(held(answers, part(2)).body) as Record<string, unknown>);
    } else if (is(String.raw`if \(!(\w+)\.IsSuccessStatusCode\) throw new HttpRequestException\((\w+)\.ToString\(\)\);`)) {
      if (held(answers, part(1)).status >= 300) return { thrown: JSON.stringify(held(bodies, part(2))) };
    } else if (
      is(
        String.raw`(\w+)\.DefaultRequestHeaders\.Authorization = new AuthenticationHeaderValue\((${TEXT}), (\w+)\.GetProperty\((${TEXT})\)\.GetString\(\)\);`,
      )
    ) {
      held(clients, part(1)).push(`Authorization: ${literal(part(2))} ${String(held(bodies, part(3))[literal(part(4))])}`);
    } else if (is(String.raw`Console\.WriteLine\(await (\w+)\.GetStringAsync\((${TEXT})\)\);`)) {
      const answer = await sendAs(WIRE, { method: 'GET', url: literal(part(2)), headers: held(clients, part(1)) });
      return answer.status === 200 ? { printed: answer.body } : { thrown: answer.body };
    } else {
      throw new Error(`not understood: ${statement}`);
    }
  }
  throw new Error('the snippet printed nothing');
}

/** Up to each semicolon at the end of a line, on one line; comments left out. */
function statementsOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .split(/(?<=;)\n/)
    .map((statement) => statement.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((statement) => statement !== '');
}

function entriesOf(inside: string, valueOf: (word: string) => string): [string, string][] {
  const entry = new RegExp(String.raw`^\[(${TEXT})\] = (${TEXT}|\w+)(?:, |$)`);
  const entries: [string, string][] = [];
  for (let rest = inside; rest !== ''; ) {
    const match = entry.exec(rest);
    if (!match) throw new Error(`not understood in a dictionary: ${rest}`);
    entries.push([JSON.parse(match[1] ?? '') as string, valueOf(match[2] ?? '')]);
    rest = rest.slice(match[0].length);
  }
  return entries;
}

function held<T>(among: ReadonlyMap<string, T>, name: string): T {
  const value = among.get(name);
  if (value === undefined) throw new Error(`${name} was not set`);
  return value;
}
