import { regex } from './text-operators';
import { compare, keyOf, type KqlType, spanOf, textOf, timeOf, type Value } from './values';

/** What a function is called with: the values and the types they have. */
interface Call {
  args: readonly Value[];
  types: readonly KqlType[];
  /** Microseconds since 1970. */
  now: number;
}

interface ScalarFunction {
  /** The fewest and the most arguments. */
  arity: readonly [number, number];
  type: KqlType | ((types: readonly KqlType[]) => KqlType);
  run(call: Call): Value;
}

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
const MANY = 64;

const text = (value: Value | undefined, type: KqlType = 'string'): string => textOf(value ?? null, type);
const number = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
const list = (value: Value | undefined): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const first = (types: readonly KqlType[]): KqlType => types[0] ?? 'dynamic';
const whole = (value: number | null): number | null => (value === null || Number.isNaN(value) ? null : Math.trunc(value));

function toNumber({ args: [value], types: [type] }: Call): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const written = text(value, type).trim();
  if (written === '') return null;
  const made = Number(written);
  return Number.isNaN(made) ? null : made;
}

/** Lower end of the bin a value is in. */
function bin({ args: [value, size] }: Call): Value {
  const [of, by] = [number(value), number(size)];
  return of === null || by === null || by <= 0 ? null : Math.floor(of / by) * by;
}

const dateOf = (value: Value | undefined): Date | null => (typeof value === 'number' ? new Date(Math.floor(value / 1_000)) : null);
const startOf = (cut: (date: Date) => number) =>
  ({
    arity: [1, 1],
    type: 'datetime',
    run: ({ args: [value] }) => {
      const date = dateOf(value);
      return date && cut(date) * 1_000;
    },
  }) satisfies ScalarFunction;
const partOf = (read: (date: Date) => number) =>
  ({
    arity: [1, 1],
    type: 'int',
    run: ({ args: [value] }) => {
      const date = dateOf(value);
      return date && read(date);
    },
  }) satisfies ScalarFunction;
const plain = (type: KqlType, run: (call: Call) => Value, arity: readonly [number, number] = [1, 1]): ScalarFunction => ({
  arity,
  type,
  run,
});
const onNumber = (run: (value: number) => number): ScalarFunction => ({
  arity: [1, 1],
  type: first,
  run: ({ args: [value] }) => (typeof value === 'number' ? run(value) : null),
});

const midnight = (date: Date, day = date.getUTCDate()): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), day);

const PERIODS: Readonly<Record<string, number>> = { day: DAY, hour: 3_600 * SECOND, minute: 60 * SECOND, second: SECOND, week: 7 * DAY };

function parsed(value: Value | undefined): Value {
  if (typeof value !== 'string') return value ?? null;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
}

export const FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  now: plain('datetime', ({ now, args: [offset] }) => now + (number(offset) ?? 0), [0, 1]),
  ago: plain('datetime', ({ now, args: [span] }) => now - (number(span) ?? 0)),
  bin: { arity: [2, 2], type: first, run: bin },
  floor: { arity: [2, 2], type: first, run: bin },
  startofday: startOf((date) => midnight(date)),
  startofweek: startOf((date) => midnight(date, date.getUTCDate() - date.getUTCDay())),
  startofmonth: startOf((date) => midnight(date, 1)),
  endofday: plain('datetime', ({ args: [value] }) => {
    const date = dateOf(value);
    return date && midnight(date) * 1_000 + DAY - 1;
  }),
  hourofday: partOf((date) => date.getUTCHours()),
  dayofmonth: partOf((date) => date.getUTCDate()),
  getmonth: partOf((date) => date.getUTCMonth() + 1),
  getyear: partOf((date) => date.getUTCFullYear()),
  dayofweek: plain('timespan', ({ args: [value] }) => {
    const date = dateOf(value);
    return date && date.getUTCDay() * DAY;
  }),
  datetime_diff: plain(
    'long',
    ({ args: [period, one, other] }) => {
      const size = PERIODS[text(period)];
      const [a, b] = [number(one), number(other)];
      return size === undefined || a === null || b === null ? null : Math.floor(a / size) - Math.floor(b / size);
    },
    [3, 3],
  ),
  format_datetime: plain(
    'string',
    ({ args: [value, pattern] }) => {
      const date = dateOf(value);
      if (!date) return '';
      const parts: Record<string, string> = {
        yyyy: date.toISOString().slice(0, 4),
        MM: date.toISOString().slice(5, 7),
        dd: date.toISOString().slice(8, 10),
        HH: date.toISOString().slice(11, 13),
        mm: date.toISOString().slice(14, 16),
        ss: date.toISOString().slice(17, 19),
      };
      return text(pattern).replace(/yyyy|MM|dd|HH|mm|ss/g, (part) => parts[part] ?? part);
    },
    [2, 2],
  ),
  tostring: plain('string', ({ args: [value], types: [type] }) => text(value, type)),
  tolong: plain('long', (call) => whole(toNumber(call))),
  toint: plain('int', (call) => whole(toNumber(call))),
  toreal: plain('real', toNumber),
  todouble: plain('real', toNumber),
  tobool: plain('bool', ({ args: [value] }) =>
    typeof value === 'string'
      ? /^(?:true|1)$/i.test(value)
        ? true
        : /^(?:false|0)$/i.test(value)
          ? false
          : null
      : value === null
        ? null
        : Boolean(value),
  ),
  todatetime: plain('datetime', ({ args: [value] }) => (typeof value === 'number' ? value : timeOf(text(value)))),
  totimespan: plain('timespan', ({ args: [value] }) => (typeof value === 'number' ? value : spanOf(text(value)))),
  isempty: plain('bool', ({ args: [value], types: [type] }) => text(value, type) === ''),
  isnotempty: plain('bool', ({ args: [value], types: [type] }) => text(value, type) !== ''),
  isnull: plain('bool', ({ args: [value] }) => value === null),
  isnotnull: plain('bool', ({ args: [value] }) => value !== null),
  not: plain('bool', ({ args: [value] }) => (value === null ? null : value !== true)),
  iff: { arity: [3, 3], type: (types) => types[1] ?? 'dynamic', run: ({ args: [test, yes, no] }) => (test === true ? yes : no) ?? null },
  iif: { arity: [3, 3], type: (types) => types[1] ?? 'dynamic', run: ({ args: [test, yes, no] }) => (test === true ? yes : no) ?? null },
  case: {
    arity: [3, MANY],
    type: (types) => types[1] ?? 'dynamic',
    run: ({ args }) => {
      for (let at = 0; at + 1 < args.length; at += 2) if (args[at] === true) return args[at + 1] ?? null;
      return args.at(-1) ?? null;
    },
  },
  coalesce: { arity: [1, MANY], type: first, run: ({ args }) => args.find((value) => value !== null && value !== '') ?? null },
  strlen: plain('long', ({ args: [value] }) => Array.from(text(value)).length),
  strcat: plain('string', ({ args, types }) => args.map((value, at) => text(value, types[at])).join(''), [1, MANY]),
  substring: plain(
    'string',
    ({ args: [value, start, length] }) =>
      text(value).slice(number(start) ?? 0, length === undefined ? undefined : (number(start) ?? 0) + (number(length) ?? 0)),
    [2, 3],
  ),
  split: plain(
    'dynamic',
    ({ args: [value, by, at] }) => {
      const parts = text(value).split(text(by));
      return at === undefined ? parts : parts.slice(number(at) ?? 0, (number(at) ?? 0) + 1);
    },
    [2, 3],
  ),
  tolower: plain('string', ({ args: [value] }) => text(value).toLowerCase()),
  toupper: plain('string', ({ args: [value] }) => text(value).toUpperCase()),
  trim: plain(
    'string',
    ({ args: [pattern, value] }) => text(value).replace(regex(`^(?:${text(pattern)})|(?:${text(pattern)})$`, 'g'), ''),
    [2, 2],
  ),
  replace_string: plain('string', ({ args: [value, from, to] }) => text(value).replaceAll(text(from), text(to)), [3, 3]),
  replace_regex: plain(
    'string',
    ({ args: [value, from, to] }) => text(value).replace(regex(text(from), 'g'), text(to).replace(/\\(\d)/g, '$$$1')),
    [3, 3],
  ),
  extract: plain(
    'string',
    ({ args: [pattern, group, value] }) => regex(text(pattern)).exec(text(value))?.[number(group) ?? 0] ?? '',
    [3, 3],
  ),
  indexof: plain('long', ({ args: [value, wanted] }) => text(value).indexOf(text(wanted)), [2, 2]),
  parse_json: plain('dynamic', ({ args: [value] }) => parsed(value)),
  todynamic: plain('dynamic', ({ args: [value] }) => parsed(value)),
  array_length: plain('long', ({ args: [value] }) => (Array.isArray(value) ? value.length : null)),
  strcat_array: plain('string', ({ args: [value, by] }) => list(value).join(text(by)), [2, 2]),
  pack_array: plain('dynamic', ({ args }) => [...args], [0, MANY]),
  bag_pack: plain(
    'dynamic',
    ({ args }) => Object.fromEntries(args.flatMap((key, at) => (at % 2 === 0 ? [[text(key), args[at + 1] ?? null]] : []))),
    [2, MANY],
  ),
  base64_decode_tostring: plain('string', ({ args: [value] }) => Buffer.from(text(value), 'base64').toString('utf8')),
  ipv4_is_private: plain('bool', ({ args: [value] }) => /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(text(value))),
  abs: onNumber(Math.abs),
  round: {
    arity: [1, 2],
    type: first,
    run: ({ args: [value, digits] }) => {
      const factor = 10 ** (number(digits) ?? 0);
      const of = number(value);
      return of === null ? null : Math.round(of * factor) / factor;
    },
  },
  min_of: { arity: [2, MANY], type: first, run: ({ args }) => [...args].sort(compare)[0] ?? null },
  max_of: { arity: [2, MANY], type: first, run: ({ args }) => [...args].sort(compare).at(-1) ?? null },
  hash: plain('long', ({ args: [value] }) =>
    Array.from(keyOf(value ?? null)).reduce((sum, sign) => (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) | 0, 7),
  ),
};
