import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls that read a token: what stands in it goes to the page, a token of ours never does. */
export function tokenInspectionHandlers(
  context: IpcContext,
): HandlersOf<'tokens.inspect' | 'tokens.inspectPasted' | 'tokens.checkSignature'> {
  return {
    'tokens.inspect': async (token) => {
      const desk = context.desk();
      return desk ? ok(await desk.tokens.held(token)) : STORE_CLOSED;
    },
    'tokens.inspectPasted': async ({ text }) => {
      const desk = context.desk();
      return desk ? ok(await desk.tokens.pasted(text)) : STORE_CLOSED;
    },
    'tokens.checkSignature': async (token) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const check = 'text' in token ? await desk.tokens.pastedSignature(token.text) : await desk.tokens.heldSignature(token);
      return check ? ok(check) : fail('notFound', 'No such token is held');
    },
  };
}
