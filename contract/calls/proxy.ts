import { z } from 'zod';
import { proxyAddress } from '../proxy';
import { call } from './call';

/** Calls about proxies that want a sign-in. What is typed goes to a window of its own, never through here. */
export const proxyCalls = {
  /** Opens the window the sign-in is typed into. False: it was closed without one, or another such window is open. */
  'proxy.signIn': call(z.object({ proxy: proxyAddress }), z.boolean(), ['notFound']),
  /** Takes the sign-in out of memory and keychain. */
  'proxy.forget': call(z.object({ proxy: proxyAddress }), z.null(), ['notFound', 'problem']),
} as const;
