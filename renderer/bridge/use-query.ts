import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallName, Input, Output } from '../../contract/ipc';
import type { CallError, Result } from '../../contract/result';
import { call } from './client';
import { refresher } from './refresher';

export type Query<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: CallError };

const NO_INPUT = 'none';

/**
 * Asks main when `input` or `revision` changes. While the same input is asked again the last answer stays, and one question is under way at a time;
 * an answer to an input no longer wanted is dropped. A null input asks nothing.
 */
export function useQuery<N extends CallName>(name: N, input: Input<N> | null, revision = 0): [Query<Output<N>>, reload: () => void] {
  const [answer, setAnswer] = useState<{ key: string; query: Query<Output<N>> }>({ key: '', query: { state: 'loading' } });
  const [reloads, setReloads] = useState(0);
  // A call without input has none to tell apart.
  const key = JSON.stringify(input) ?? NO_INPUT;

  const asking = useRef<ReturnType<typeof refresher> | null>(null);
  useEffect(() => {
    if (key === 'null') return;
    const ask = call as (name: N, input: unknown) => Promise<Result<Output<N>>>;
    const asked = refresher(
      () => ask(name, key === NO_INPUT ? undefined : JSON.parse(key)),
      (result) => setAnswer({ key, query: result.ok ? { state: 'ready', value: result.value } : { state: 'failed', error: result.error } }),
    );
    asking.current = asked;
    return () => {
      asked.stop();
      asking.current = null;
    };
  }, [name, key]);
  useEffect(() => asking.current?.refresh(), [name, key, revision, reloads]);

  const reload = useCallback(() => setReloads((count) => count + 1), []);
  return [answer.key === key ? answer.query : { state: 'loading' }, reload];
}
