import { sendAs, type Wire } from './replay';

/** As Windows PowerShell 5.1 sends it: `HttpUtility.UrlEncode` with small hex digits. */
const WIRE: Wire = {
  headers: ['User-Agent: Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1320'],
  encode: (text) =>
    encodeURIComponent(text)
      .replaceAll('%20', '+')
      .replaceAll("'", '%27')
      .replaceAll('~', '%7e')
      .replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
};

type Value = string | Record<string, unknown>;

/** What is said of the run: what it printed, or what it threw. */
export type Run = { printed: string } | { thrown: string };

/**
 * Runs a snippet by what stands in it, statement by statement, and throws at any it does not know: PowerShell is not installed where tests run. The
 * program's own errors are values.
 */
export async function runPowerShell(text: string, env: Record<string, string>): Promise<Run> {
  const variables = new Map<string, Value>();
  const valueOf = (expression: string): Value => {
    const word = expression.trim();
    const single = /^'((?:[^'\u2018\u2019\u201a\u201b]|['\u2018\u2019\u201a\u201b]{2})*)'$/.exec(word);
    if (single) return (single[1] ?? '').replaceAll(/(['\u2018\u2019\u201a\u201b])\1/g, '$1');
    const named = /^\$env:(\w+)$/.exec(word);
    if (named) return env[named[1] ?? ''] ?? '';
    const variable = /^\$(\w+)$/.exec(word);
    if (variable) return known(variable[1] ?? '');
    const joined = /^"([^"$`]*)\$\(\$(\w+)\.(\w+)\)([^"$`]*)"$/.exec(word);
    if (joined) return `${joined[1]}${String(fieldsOf(known(joined[2] ?? ''))[joined[3] ?? ''])}${joined[4]}`;
    throw new Error(`not understood as a value: ${word}`);
  };
  const known = (name: string): Value => {
    const value = variables.get(name);
    if (value === undefined) throw new Error(`$${name} was not set`);
    return value;
  };
  const tableOf = (inside: string): Record<string, unknown> =>
    Object.fromEntries(
      inside
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => {
          const [, name = '', expression = ''] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
          if (!name) throw new Error(`not understood in a table: ${line}`);
          return [name, valueOf(expression)];
        }),
    );

  for (const statement of statementsOf(text)) {
    let match: RegExpExecArray | null;
    if (/^\$ErrorActionPreference = 'Stop'$/.test(statement)) continue;
    if (
      /^\[Net\.ServicePointManager\]::SecurityProtocol = \[Net\.ServicePointManager\]::SecurityProtocol -bor \[Net\.SecurityProtocolType\]::Tls12$/.test(
        statement,
      )
    )
      continue;
    if ((match = /^if \(-not (\$env:\w+)\) \{ throw ('.*') \}$/.exec(statement))) {
      if (valueOf(match[1] ?? '') === '') return { thrown: textOf(valueOf(match[2] ?? '')) };
    } else if ((match = /^\$(\w+) = @\{(.*)\}$/s.exec(statement))) {
      variables.set(match[1] ?? '', tableOf(match[2] ?? ''));
    } else if ((match = /^\$(\w+) = Invoke-RestMethod (.*)$/.exec(statement))) {
      const answer = await invoke(match[2] ?? '', valueOf);
      if (answer.status >= 400) return { thrown: answer.body };
      variables.set(match[1] ?? '', JSON.parse(answer.body) as Record<string, unknown>);
    } else if ((match = /^\$(\w+)\.(\w+) \| ConvertTo-Json -Depth \d+$/.exec(statement))) {
      return { printed: JSON.stringify(fieldsOf(known(match[1] ?? ''))[match[2] ?? '']) };
    } else {
      throw new Error(`not understood: ${statement}`);
    }
  }
  throw new Error('the snippet printed nothing');
}

/** Lines that are no comment; a table that is open goes on over the next ones. */
function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    if (open === '' && (line.trim() === '' || line.startsWith('#'))) continue;
    open += open === '' ? line : `\n${line}`;
    if (/@\{[^}]*$/.test(open)) continue;
    statements.push(open);
    open = '';
  }
  return statements;
}

async function invoke(parameters: string, valueOf: (expression: string) => Value) {
  const given = new Map<string, string>();
  const rest = parameters.replaceAll(/-(\w+) ('(?:[^']|'')*'|\S+)\s*/g, (_all, name: string, expression: string) => {
    given.set(name, expression);
    return '';
  });
  const unknown = [...given.keys()].filter((name) => !['Method', 'Uri', 'Body', 'Headers'].includes(name));
  if (rest !== '' || unknown.length > 0) throw new Error(`not understood of Invoke-RestMethod: ${rest} ${unknown.join(' ')}`);
  const [body, headers] = [given.get('Body'), given.get('Headers')];
  return sendAs(WIRE, {
    method: (given.get('Method') ?? 'Get').toUpperCase(),
    url: textOf(valueOf(given.get('Uri') ?? '')),
    ...(body ? { form: pairs(valueOf(body)) } : {}),
    headers: headers ? pairs(valueOf(headers)).map(([name, value]) => `${name}: ${value}`) : [],
  });
}

function textOf(value: Value): string {
  if (typeof value !== 'string') throw new Error('a table is no text');
  return value;
}

function fieldsOf(value: Value): Record<string, unknown> {
  if (typeof value === 'string') throw new Error('a text has no fields');
  return value;
}

function pairs(value: Value): [string, string][] {
  return Object.entries(fieldsOf(value)).map(([name, one]) => [name, String(one)]);
}
