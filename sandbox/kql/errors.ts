/** What is wrong with a query, in the words of the service. */
export class KqlError extends Error {
  constructor(
    readonly kind: 'syntax' | 'semantic',
    message: string,
  ) {
    super(message);
  }
}

/** @param at position in the query, from 0 */
export function syntaxError(query: string, at: number): KqlError {
  const before = query.slice(0, at).split('\n');
  const place = `${before.length}:${(before.at(-1) ?? '').length}`;
  return new KqlError('syntax', `A recognition error occurred. [line:position=${place}]. Query: '${query.slice(0, 200)}'`);
}

export const semanticError = (operator: string, detail: string): KqlError => new KqlError('semantic', `'${operator}' operator: ${detail}`);

export const unresolvedColumn = (operator: string, name: string): KqlError =>
  semanticError(operator, `Failed to resolve scalar expression named '${name}'`);

export const unresolvedTable = (name: string): KqlError =>
  new KqlError('semantic', `'where' operator: Failed to resolve table or column expression named '${name}'`);
