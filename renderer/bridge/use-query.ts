import { useCallback, useEffect, useState } from 'react';
import type { CallName, Input, Output } from '../../contract/ipc';
import type { CallError, Result } from '../../contract/result';
import { call } from './client';

export type Query<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: CallError };

const NO_INPUT = 'none';

/**
 * Asks main when `input` or `revision` changes. While the same input is asked again the last answer stays;
 * an answer to an input no longer wanted is dropped. A null input asks nothing.
 */
export function useQuery<N extends CallName>(name: N, input: Input<N> | null, revision = 0): [Query<Output<N>>, reload: () => void] {
  const [answer, setAnswer] = useState<{ key: string; query: Query<Output<N>> }>({ key: '', query: { state: 'loading' } });
  const [reloads, setReloads] = useState(0);
  // A call without input has none to tell apart.
  const key = JSON.stringify(input) ?? NO_INPUT;

  useEffect(() => {
    if (key === 'null') return;
    let current = true;
    const ask = call as (name: N, input: unknown) => Promise<Result<Output<N>>>;
    void ask(name, key === NO_INPUT ? undefined : JSON.parse(key)).then((result) => {
      if (!current) return;
      setAnswer({ key, query: result.ok ? { state: 'ready', value: result.value } : { state: 'failed', error: result.error } });
    });
    return () => {
      current = false;
    };
  }, [name, key, revision, reloads]);

  const reload = useCallback(() => setReloads((count) => count + 1), []);
  return [answer.key === key ? answer.query : { state: 'loading' }, reload];
}
