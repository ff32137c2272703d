/** How an error crosses a port: structured clone would keep neither its class nor its `kind`. Stacks stay where they are. */
export interface WireError {
  name: string;
  message: string;
  /** The closed kind of an expected failure; absent for bugs. */
  kind?: string;
}

/** Makes an error of the receiving side out of one that crossed; null: not one of its kinds. */
export type ReviveError = (error: WireError) => Error | null;

export function toWireError(thrown: unknown): WireError {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown) };
  const kind = 'kind' in thrown && typeof thrown.kind === 'string' ? thrown.kind : undefined;
  return { name: thrown.name, message: thrown.message, ...(kind === undefined ? {} : { kind }) };
}

export function fromWireError(wire: WireError, revive: ReviveError = () => null): Error {
  const revived = revive(wire);
  if (revived) return revived;
  const error = new Error(wire.message);
  error.name = wire.name;
  return error;
}
