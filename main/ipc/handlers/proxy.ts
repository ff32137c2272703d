import type { IpcContext } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

const NO_SUCH_PROXY = fail('notFound', 'No such proxy has asked for a sign-in');

/** Calls about proxies that want a sign-in. */
export function proxyHandlers(context: IpcContext): HandlersOf<'proxy.signIn' | 'proxy.forget'> {
  return {
    'proxy.signIn': async ({ proxy }) => {
      const proxies = context.proxies();
      const use = proxies?.list().find((one) => one.proxy === proxy);
      return proxies && use ? ok(await context.askForProxySignIn(proxies, use)) : NO_SUCH_PROXY;
    },
    'proxy.forget': async ({ proxy }) => {
      try {
        return (await context.proxies()?.forget(proxy)) ? ok(null) : NO_SUCH_PROXY;
      } catch {
        return fail('problem', 'The keychain did not let the sign-in go');
      }
    },
  };
}
