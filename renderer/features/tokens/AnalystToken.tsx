import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { i18n } from '@lingui/core';
import type { CallError } from '../../../contract/result';
import type { SignInWish } from '../../../contract/sign-in';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { ActionButton } from '../../keys/ActionButton';
import { ProblemCard } from '../common/ProblemCard';
import { useAction } from '../common/use-action';
import { Inspection } from './Inspection';
import { UnreadableToken } from './UnreadableToken';
import { withElements } from '../../ui/with-elements';

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
        <ActionButton group="Tokens" appearance={signedIn ? 'secondary' : 'primary'} disabled={busy} onClick={() => void signIn()}>
          {signedIn ? i18n.t('Sign in again') : i18n.t('Sign in…')}
        </ActionButton>
        {busy && (
          <ActionButton group="Tokens" onClick={() => void call('signIn.cancel')}>
            {i18n.t('Cancel sign-in')}
          </ActionButton>
        )}
        {signedIn && !busy && (
          <ActionButton group="Tokens" onClick={() => void signOut()}>
            {i18n.t('Sign out')}
          </ActionButton>
        )}
        {busy && <Spinner size="extra-tiny" label={i18n.t('Waiting for the browser…')} />}
        {signedIn && !busy && (
          <span className="quiet">
            {i18n.t('Signed in as {user}', { user: signedIn.user ?? i18n.t('a person whose name was not told') })}
          </span>
        )}
        {held.state === 'ready' && !signedIn && !busy && <span className="quiet">{i18n.t('Nobody is signed in.')}</span>}
      </div>
      {!signedIn && (
        <p className="section-text">
          {withElements(
            i18n.t(
              'The sign-in page opens in your browser. The registration needs the redirect URI [[address]] under “Mobile and desktop applications” and delegated permissions of this API. The token stays in Tenantry’s memory until you sign out or close it.',
            ),
            { address: <span className="code">http://localhost</span> },
          )}
        </p>
      )}
      {failure?.problem && <ProblemCard problem={failure.problem} />}
      {signedIn?.answer.readable === true && <Inspection inspection={signedIn.answer.inspection} wanted={wish.resource} signature={null} />}
      {signedIn?.answer.readable === false && <UnreadableToken fault={signedIn.answer.fault} own />}
    </>
  );
}
