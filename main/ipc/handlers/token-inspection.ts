import { makeSnippets } from '../../identity/snippets/make-snippets';
import { type IpcContext, NO_PARTNER_APP, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

const NO_SUCH_TOKEN = fail('notFound', 'No such token is held');

/** Calls that read a token: what stands in it goes to the page, a token of ours never does. */
export function tokenInspectionHandlers(
  context: IpcContext,
): HandlersOf<'tokens.inspect' | 'tokens.inspectPasted' | 'tokens.copy' | 'tokens.snippets' | 'tokens.checkSignature'> {
  return {
    'tokens.inspect': async (token) => {
      const desk = context.desk();
      return desk ? ok(await desk.tokens.held(token)) : STORE_CLOSED;
    },
    'tokens.inspectPasted': async ({ text }) => {
      const desk = context.desk();
      return desk ? ok(await desk.tokens.pasted(text)) : STORE_CLOSED;
    },
    'tokens.copy': async (token) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const text = desk.tokens.textOf(token);
      const app = desk.apps.connection(token.appId)?.app;
      if (text === null || !app) return NO_SUCH_TOKEN;
      const detail = { api: token.resource, app: app.name, clientId: app.clientId };
      await desk.audit.note('tokenCopied', token.tenantId, detail);
      if (await context.clipboard.copySecret(text)) return ok(null);
      await desk.audit.note('tokenCopyFailed', token.tenantId, detail);
      return fail('noClipboard', 'The clipboard did not take the token');
    },
    'tokens.snippets': async ({ tenantId, appId, resource }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const connection = desk.apps.connection(appId);
      if (!connection) return NO_PARTNER_APP;
      const { environment, app } = connection;
      const tenant = await desk.tenants.find(tenantId);
      const tenantName = tenant?.displayName ?? (tenantId === app.homeTenantId ? 'your own tenant' : null);
      if (tenantName === null) return NO_SUCH_TENANT;
      return ok(makeSnippets({ environment, resource, tenantId, tenantName, clientId: app.clientId }));
    },
    'tokens.checkSignature': async (token) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const check = 'text' in token ? await desk.tokens.pastedSignature(token.text) : await desk.tokens.heldSignature(token);
      return check ? ok(check) : NO_SUCH_TOKEN;
    },
  };
}
