import type { HuntingRange } from '../../contract/hunting';
import type { Surface } from '../../contract/permissions';
import type { Problem } from '../../contract/problem';
import type { AnswerSink } from './answer-reader';

export interface HuntRequest {
  accessToken: string;
  query: string;
  /** The whole time looked at; null: as the query says. Given to the service where it takes one. */
  range: HuntingRange | null;
  signal: AbortSignal;
  /** Told of columns and rows while they come. What it was told counts only when the request succeeds. */
  sink: AnswerSink;
}

export type HuntAnswer = { ok: true } | { ok: false; problem: Problem };

/** One surface to hunt over (Defender XDR or Graph): its own address, role, spelling and limits behind one interface. */
export interface HuntProvider {
  readonly surface: Surface;
  /** Roles of which any one allows hunting. */
  readonly roles: readonly string[];
  /** Whether the service takes the time range beside the query; otherwise it has to be put into the query. */
  readonly takesRange: boolean;
  /** Runs a query in one tenant. Never throws for what the network or the service does. */
  run(request: HuntRequest): Promise<HuntAnswer>;
}
