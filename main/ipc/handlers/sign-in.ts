import { type IpcContext, NO_PARTNER_APP, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls about an analyst's own sign-in. The page gets what stands in the token, never the token. */
export function signInHandlers(context: IpcContext): HandlersOf<'signIn.start' | 'signIn.cancel' | 'signIn.held' | 'signIn.out'> {
  return {
    'signIn.start': async ({ appId, resource }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const connection = desk.apps.connection(appId);
      if (!connection) return NO_PARTNER_APP;
      const answer = await desk.signIns.signIn(connection, resource, (url) => context.openLink(url));
      if (!answer.ok) {
        return answer.why === 'cancelled'
          ? fail('cancelled', 'Nobody signed in')
          : fail('problem', 'The sign-in did not end with a token', answer.problem);
      }
      const { homeTenantId, name, clientId } = connection.app;
      await desk.audit.note('signedIn', homeTenantId, { app: name, clientId, api: resource, person: answer.token.user ?? 'not told' });
      return ok(null);
    },
    'signIn.cancel': async () => {
      context.desk()?.signIns.cancel();
      return ok(null);
    },
    'signIn.held': async ({ appId, resource }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const connection = desk.apps.connection(appId);
      const token = connection && desk.signIns.held(connection, resource);
      if (!connection || !token) return ok(null);
      return ok({ user: token.user, answer: await desk.tokens.ofAnalyst(connection, token.accessToken) });
    },
    'signIn.out': async ({ appId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const connection = desk.apps.connection(appId);
      if (!connection) return NO_PARTNER_APP;
      const { homeTenantId, name, clientId } = connection.app;
      if (desk.signIns.signOut(connection)) await desk.audit.note('signedOut', homeTenantId, { app: name, clientId });
      return ok(null);
    },
  };
}
