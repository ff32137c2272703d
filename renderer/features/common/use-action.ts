import { useCallback, useState } from 'react';
import type { ErrorCode, Result } from '../../../contract/result';
import { useNotices } from '../../ui/notices';
import { errorWords } from './error-words';

interface Action {
  busy: boolean;
  /** Runs one thing; a failure is said in a notice, except a cancellation and codes that the caller shows in place. */
  run<T>(work: () => Promise<Result<T>>, shownInPlace?: readonly ErrorCode[]): Promise<Result<T>>;
}

/** Something a button starts: whether it runs, and what is said when it fails. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const notices = useNotices();

  const run = useCallback<Action['run']>(
    async (work, shownInPlace = []) => {
      setBusy(true);
      const result = await work();
      setBusy(false);
      if (!result.ok && result.error.code !== 'cancelled' && !shownInPlace.includes(result.error.code)) {
        const { title, text } = errorWords(result.error);
        notices.failed(title, text);
      }
      return result;
    },
    [notices],
  );

  return { busy, run };
}
