/** Words of a text as `has` finds them: runs of letters and digits. */
const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

function hasWord(text: string, wanted: string, prefix: boolean, suffix: boolean): boolean {
  if (wanted === '') return true;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = suffix || !isWordSign(text[at - 1]) || !isWordSign(wanted[0]);
    const after = prefix || !isWordSign(text[at + wanted.length]) || !isWordSign(wanted.at(-1));
    if (before && after) return true;
  }
  return false;
}

const lower = (text: string): string => text.toLowerCase();

type TextTest = (text: string, wanted: string) => boolean;

/** What an operator of texts tests; undefined: there is none of this name. A leading `!` turns it round. */
export function textTest(operator: string): TextTest | undefined {
  if (operator.startsWith('!') && operator !== '!~') {
    const test = textTest(operator.slice(1));
    return test && ((text, wanted) => !test(text, wanted));
  }
  return TESTS[operator];
}

const TESTS: Readonly<Record<string, TextTest>> = {
  '=~': (text, wanted) => lower(text) === lower(wanted),
  '!~': (text, wanted) => lower(text) !== lower(wanted),
  has: (text, wanted) => hasWord(lower(text), lower(wanted), false, false),
  has_cs: (text, wanted) => hasWord(text, wanted, false, false),
  hasprefix: (text, wanted) => hasWord(lower(text), lower(wanted), true, false),
  hassuffix: (text, wanted) => hasWord(lower(text), lower(wanted), false, true),
  contains: (text, wanted) => lower(text).includes(lower(wanted)),
  contains_cs: (text, wanted) => text.includes(wanted),
  startswith: (text, wanted) => lower(text).startsWith(lower(wanted)),
  startswith_cs: (text, wanted) => text.startsWith(wanted),
  endswith: (text, wanted) => lower(text).endsWith(lower(wanted)),
  endswith_cs: (text, wanted) => text.endsWith(wanted),
  'matches regex': (text, wanted) => regex(wanted).test(text),
};

const known = new Map<string, RegExp>();

/** RE2's inline flags in front of a pattern are JavaScript's own. */
export function regex(pattern: string, flags = ''): RegExp {
  const key = `${flags}/${pattern}`;
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const made = known.get(key) ?? new RegExp(pattern.slice(inline?.[0].length ?? 0), `${flags}${inline?.[1] ?? ''}u`);
  known.set(key, made);
  made.lastIndex = 0;
  return made;
}
