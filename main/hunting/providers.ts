import type { HuntingRange } from '../../contract/hunting';
import { rolesFor, type Surface } from '../../contract/permissions';
import { apiProblem } from '../cloud/api-errors';
import type { CloudEnvironment } from '../cloud/environment';
import type { FetchPort } from '../cloud/fetch-port';
import { createTransport, type Transport, type TransportLimits } from '../cloud/transport';
import { AnswerReader, UnreadableAnswer } from './answer-reader';
import type { HuntAnswer, HuntProvider, HuntRequest } from './hunt-provider';

/** The service ends a query after three minutes ("Advanced hunting API", "Quotas and resource allocation"); its answer is given time to come through. */
export const HUNT_LIMITS: TransportLimits = { headersMs: 200_000, bodyMs: 400_000, maxBytes: 256 * 1024 * 1024 };

export interface ProviderParts {
  environment: Pick<CloudEnvironment, 'apiBase' | 'graphBase'>;
  fetch: FetchPort;
  now(): number;
  limits?: TransportLimits;
}

interface Manner {
  surface: Surface;
  takesRange: boolean;
  url(environment: ProviderParts['environment']): string;
  body(query: string, range: HuntingRange | null): object;
}

/** `POST /security/runHuntingQuery` of Microsoft Graph v1.0 ("security: runHuntingQuery"). */
const GRAPH: Manner = {
  surface: 'graph',
  takesRange: true,
  url: ({ graphBase }) => `${graphBase}/v1.0/security/runHuntingQuery`,
  body: (query, range) => ({ Query: query, ...(range ? { Timespan: timespan(range) } : {}) }),
};

/** `POST /api/advancedhunting/run` of Defender XDR ("Advanced hunting API"): nothing but the query. */
const XDR: Manner = {
  surface: 'xdr',
  takesRange: false,
  url: ({ apiBase }) => `${apiBase}/api/advancedhunting/run`,
  body: (query) => ({ Query: query }),
};

/** A start and an end in ISO 8601. Whether the service takes the end as within is not documented: both surfaces differ by one instant at most. */
function timespan({ from, to }: HuntingRange): string {
  return `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
}

class SurfaceHunter implements HuntProvider {
  readonly surface: Surface;
  readonly roles: readonly string[];
  readonly takesRange: boolean;
  readonly #transport: Transport;

  constructor(
    private readonly manner: Manner,
    private readonly parts: ProviderParts,
  ) {
    this.surface = manner.surface;
    this.roles = rolesFor('hunt', manner.surface);
    this.takesRange = manner.takesRange;
    this.#transport = createTransport(parts.fetch, parts.now, parts.limits ?? HUNT_LIMITS);
  }

  async run({ accessToken, query, range, signal, sink }: HuntRequest): Promise<HuntAnswer> {
    const { environment, now } = this.parts;
    const reader = new AnswerReader(sink);
    const headers = {
      authorization: `Bearer ${accessToken}`,
      accept: 'application/json',
      // Graph wants the charset said where a query has more than ASCII in it.
      'content-type': 'application/json; charset=utf-8',
    };
    const body = JSON.stringify(this.manner.body(query, range));
    try {
      const result = await this.#transport.send({
        url: this.manner.url(environment),
        method: 'POST',
        headers,
        body,
        signal,
        onBody: (chunk) => reader.take(chunk),
      });
      if (!result.ok) return { ok: false, problem: result.problem };
      const { status } = result.answer;
      if (status < 200 || status >= 300) return { ok: false, problem: apiProblem(result.answer, this.roles, now()) };
      reader.end();
      return { ok: true };
    } catch (error) {
      if (!(error instanceof UnreadableAnswer)) throw error;
      return { ok: false, problem: { code: 'unreadable', at: now(), detail: error.message } };
    }
  }
}

/** Both surfaces of a cloud. */
export function huntProviders(parts: ProviderParts): { graph: HuntProvider; xdr: HuntProvider } {
  return { graph: new SurfaceHunter(GRAPH, parts), xdr: new SurfaceHunter(XDR, parts) };
}
