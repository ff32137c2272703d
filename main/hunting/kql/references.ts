import { insideBrackets, type Pipeline, pipelineOf, type Structure, withoutOptions } from './structure';
import { isOpening, splitAt, type Token } from './tokens';

/** A table named in a query. */
export interface TableReference {
  name: string;
  token: Token;
  /** Alone among the operands of `join`, `lookup` or `union`, and not in brackets: a pipe behind it has to be put into brackets with it. */
  bare: boolean;
  /** The `union` it is an operand of names the tables its rows come from. */
  namesSources: boolean;
}

const NO_TABLE: ReadonlySet<string> = new Set([
  'print',
  'datatable',
  'range',
  'union',
  'find',
  'search',
  'externaldata',
  'materialize',
  'toscalar',
  'view',
  'evaluate',
  'true',
  'false',
]);

/**
 * The tables a query reads, wherever they stand: at the head of a pipeline, in brackets, in `let` bodies, and as operands of `join`, `lookup` and
 * `union`. Names that `let` gives are none.
 */
export function tableReferences({ lets, main }: Structure): TableReference[] {
  const own = new Set(lets.map(({ name }) => name));
  const found = [...lets.flatMap(({ body }) => ofBody(body)), ...ofPipeline(main)];
  const unique = new Map(found.filter(({ name }) => !own.has(name)).map((one) => [one.token.start, one]));
  return [...unique.values()].sort((one, other) => one.token.start - other.token.start);
}

/** A body of `let` is tabular where it has a pipe, or is a table's name as the schema spells them. */
function ofBody(body: readonly Token[]): TableReference[] {
  const [only] = body;
  if (body.length === 1 && only?.kind === 'name' && /^[A-Z]/.test(only.text)) return [reference(only)];
  return isTabular(body) ? ofPipeline(pipelineOf(body)) : inBrackets(body);
}

const isTabular = (tokens: readonly Token[]): boolean => splitAt(tokens, '|').length > 1 || tokens[0]?.text === 'union';

const reference = (token: Token, bare = false, namesSources = false): TableReference => ({ name: token.text, token, bare, namesSources });

function ofPipeline({ source, stages }: Pipeline): TableReference[] {
  return [...ofSource(source), ...stages.flatMap(({ name, tokens }) => (OPERANDS.has(name) ? ofOperands(tokens) : inBrackets(tokens)))];
}

const OPERANDS: ReadonlySet<string> = new Set(['join', 'lookup', 'union']);

function ofSource(source: readonly Token[]): TableReference[] {
  const [first] = source;
  if (source.length === 1 && first?.kind === 'name' && !NO_TABLE.has(first.text)) return [reference(first)];
  if (first?.text === 'union') return ofOperands(source);
  return inBrackets(source);
}

function ofOperands(tokens: readonly Token[]): TableReference[] {
  const { options, rest } = withoutOptions(tokens.slice(1));
  const isUnion = tokens[0]?.text === 'union';
  const namesSources = options.has('withsource') || options.has('with_source');
  const operands = isUnion ? splitAt(rest, ',') : [rest];
  return operands.flatMap((operand) => {
    const [first] = operand;
    if (first?.kind === 'name' && (!isUnion || operand.length === 1))
      return [reference(first, true, namesSources), ...inBrackets(operand.slice(1))];
    const inner = insideBrackets(operand.slice(0, closingOf(operand, 0) + 1));
    const [only] = inner ?? [];
    return only?.kind === 'name' && inner?.length === 1 ? [reference(only, namesSources, namesSources)] : inBrackets(operand);
  });
}

/** Tabular expressions in brackets: what begins with a name and a pipe, or with `union`. */
function inBrackets(tokens: readonly Token[]): TableReference[] {
  const found: TableReference[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || !isOpening(token)) continue;
    const end = closingOf(tokens, at);
    const inner = tokens.slice(at + 1, end);
    for (const statement of splitAt(inner, ';')) {
      const body = statement[0]?.text === 'let' ? statement.slice(3) : statement;
      found.push(...(isTabular(body) ? ofPipeline(pipelineOf(body)) : inBrackets(body)));
    }
    at = end;
  }
  return found;
}

function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (isOpening(token)) depth += 1;
    else if (token.kind === 'sign' && (token.text === ')' || token.text === ']' || token.text === '}')) depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}
