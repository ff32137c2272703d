import { listenOnLoopback } from '../loopback-server';

/** What the login service's page handed back. */
export type CodeAnswer =
  | { kind: 'code'; code: string }
  | { kind: 'refused'; error: string; description: string }
  /** Nobody answered in time, or it was called off. */
  | { kind: 'ended' };

export interface CodePlace {
  /** Without a path: the login service takes any port for a registered `http://localhost` (RFC 8252, section 7.3). */
  redirectUri: string;
  answer: Promise<CodeAnswer>;
}

/**
 * Waits on loopback for one answer that carries this `state`; others are passed over, as anybody on the computer can send them. Null: no port can be had.
 * The place is closed when the answer is there, or the signal ends the wait.
 */
export async function waitForCode(state: string, signal: AbortSignal): Promise<CodePlace | null> {
  let done: (answer: CodeAnswer) => void = () => undefined;
  const answered = new Promise<CodeAnswer>((resolve) => {
    done = resolve;
  });
  const server = await listenOnLoopback({
    path: '/',
    ports: [0],
    onAnswer: (parameters) => {
      const answer = answerIn(parameters, state);
      if (answer) done(answer);
    },
  });
  if (!server) return null;
  if (signal.aborted) done({ kind: 'ended' });
  signal.addEventListener('abort', () => done({ kind: 'ended' }), { once: true });
  const closed = answered.then(async (answer) => {
    await server.close();
    return answer;
  });
  return { redirectUri: `http://localhost:${server.port}`, answer: closed };
}

/** Null for what is no answer to us. Each name stands once (RFC 6749, section 3.1); an error wins over a code. */
function answerIn(parameters: URLSearchParams, state: string): CodeAnswer | null {
  if (['state', 'code', 'error'].some((name) => parameters.getAll(name).length > 1)) return null;
  if (parameters.get('state') !== state) return null;
  const [code, error] = [parameters.get('code'), parameters.get('error')];
  if (error !== null) return { kind: 'refused', error, description: parameters.get('error_description') ?? '' };
  return code ? { kind: 'code', code } : null;
}
