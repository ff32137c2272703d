import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { CallError } from '../../../contract/result';
import type { HeldToken } from '../../../contract/token-inspection';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { ActionButton } from '../../keys/ActionButton';
import { ProblemCard } from '../common/ProblemCard';
import { useAction } from '../common/use-action';
import { CopyToken } from './CopyToken';
import { Inspection } from './Inspection';
import { Signature } from './Signature';
import { UnreadableToken } from './UnreadableToken';

/** The token held of one tenant, and a way to get one. The token itself never comes here, only what stands in it. */
export function HeldTokenView({ token, tenantName }: { token: HeldToken; tenantName: string }) {
  const [held, reload] = useQuery('tokens.inspect', token);
  const [failure, setFailure] = useState<CallError | null>(null);
  const { busy, run } = useAction();
  const answer = held.state === 'ready' ? held.value : null;

  const copyable = answer !== null && !(answer.readable && answer.inspection.dropped);

  const acquire = async () => {
    const result = await run(() => call('tokens.acquire', { ...token, fresh: answer !== null }), ['problem']);
    setFailure(result.ok ? null : result.error);
    reload();
  };

  return (
    <>
      <div className="card-actions">
        <ActionButton group="Tokens" appearance={answer ? 'secondary' : 'primary'} disabled={busy} onClick={() => void acquire()}>
          {answer ? i18n.t('Get a new token') : i18n.t('Get token')}
        </ActionButton>
        {copyable && <CopyToken token={token} tenantName={tenantName} />}
        {busy && <Spinner size="extra-tiny" label={i18n.t('Asking Entra ID…')} />}
        {held.state === 'ready' && !answer && !busy && <span className="quiet">{i18n.t('No token is held for this tenant and API.')}</span>}
      </div>
      {failure?.problem && <ProblemCard problem={failure.problem} />}
      {answer?.readable === true && (
        <Inspection
          inspection={answer.inspection}
          wanted={token.resource}
          signature={<HeldSignature key={answer.inspection.inspectedAt} token={token} />}
        />
      )}
      {answer?.readable === false && <UnreadableToken fault={answer.fault} own />}
    </>
  );
}

/** Made anew for each token that is read: what was said of the one before is not shown for it. */
function HeldSignature({ token }: { token: HeldToken }) {
  const [check, again] = useQuery('tokens.checkSignature', token);
  if (check.state === 'failed') return null;
  if (check.state === 'loading') return <Spinner size="extra-tiny" label={i18n.t('Checking the signature…')} labelPosition="after" />;
  const retry = check.value.why === 'unreachable' && (
    <Button size="small" onClick={again}>
      {i18n.t('Try again')}
    </Button>
  );
  return <Signature check={check.value} actions={retry || undefined} />;
}
