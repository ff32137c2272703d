import type { HuntingRun } from '../../../../contract/hunting';
import type { Refusal } from '../editor/KqlEditor';
import { reasonWords } from './reason-words';

/** Where in the text a service refused the query that was run; null: it did not, or the text is another one by now. */
export function refusalOf(run: HuntingRun | null, prefix: string, text: string): Refusal | null {
  const reason = run?.syntaxError;
  if (!run || !reason || run.query !== prefix + text) return null;
  const message = reason.detail ?? reasonWords(reason).title;
  if (reason.line === undefined) return { from: 0, to: text.length, message };
  const lines = run.query.split('\n');
  const start = lines.slice(0, reason.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const from = Math.max(0, start + (reason.column ?? 1) - 1 - prefix.length);
  const word = /^\w+/.exec(text.slice(from))?.[0].length ?? 1;
  return { from, to: Math.min(text.length, from + word), message };
}
