import type { CallName, Input } from '../../contract/ipc';
import type { Outcome } from './outcome';

/** One handler per declared call: a missing or an extra one does not compile. */
export type Handlers = { readonly [N in CallName]: (input: Input<N>) => Promise<Outcome<N>> };

/** The handlers of some calls: what each file in `handlers/` makes. */
export type HandlersOf<N extends CallName> = Pick<Handlers, N>;
