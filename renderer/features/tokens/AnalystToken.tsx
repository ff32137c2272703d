import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CallError } from '../../../contract/result';
import type { SignInWish } from '../../../contract/sign-in';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { ProblemCard } from '../common/ProblemCard';
import { useAction } from '../common/use-action';
import { Inspection } from './Inspection';
import { UnreadableToken } from './UnreadableToken';

/** An analyst's own sign-in: started here, done in the browser. The token never comes here, only what stands in it. */
export function AnalystToken({ wish }: { wish: SignInWish }) {
  const [held, reload] = useQuery('signIn.held', wish);
  const [failure, setFailure] = useState<CallError | null>(null);
  const { busy, run } = useAction();
  const signedIn = held.state === 'ready' ? held.value : null;

  // Whoever leaves the page does not sign in any more.
  useEffect(() => () => void call('signIn.cancel'), []);

  const signIn = async () => {
    const result = await run(() => call('signIn.start', wish), ['problem']);
    setFailure(result.ok || result.error.code === 'cancelled' ? null : result.error);
    reload();
  };
  const signOut = async () => {
    await run(() => call('signIn.out', { appId: wish.appId }));
    reload();
  };

  return (
    <>
      <div className="card-actions">
        <Button appearance={signedIn ? 'secondary' : 'primary'} disabled={busy} onClick={() => void signIn()}>
          {signedIn ? 'Sign in again' : 'Sign in…'}
        </Button>
        {busy && <Button onClick={() => void call('signIn.cancel')}>Cancel sign-in</Button>}
        {signedIn && !busy && <Button onClick={() => void signOut()}>Sign out</Button>}
        {busy && <Spinner size="extra-tiny" label="Waiting for the browser…" />}
        {signedIn && !busy && <span className="quiet">Signed in as {signedIn.user ?? 'a person whose name was not told'}</span>}
        {held.state === 'ready' && !signedIn && !busy && <span className="quiet">Nobody is signed in.</span>}
      </div>
      {!signedIn && (
        <p className="section-text">
          The sign-in page opens in your browser. The registration needs the redirect URI <span className="code">http://localhost</span>{' '}
          under “Mobile and desktop applications” and delegated permissions of this API. The token stays in Tenantry’s memory until you sign
          out or close it.
        </p>
      )}
      {failure?.problem && <ProblemCard problem={failure.problem} />}
      {signedIn?.answer.readable === true && <Inspection inspection={signedIn.answer.inspection} wanted={wish.resource} signature={null} />}
      {signedIn?.answer.readable === false && <UnreadableToken fault={signedIn.answer.fault} own />}
    </>
  );
}
