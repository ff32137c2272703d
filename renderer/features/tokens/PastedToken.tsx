import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { InspectionAnswer, SignatureCheck } from '../../../contract/token-inspection';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { useAction } from '../common/use-action';
import { Inspection } from './Inspection';
import { Signature } from './Signature';
import { UnreadableToken } from './UnreadableToken';

/** A token from anywhere, read on this computer. It is forgotten when the page is left. */
export function PastedToken() {
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<InspectionAnswer | null>(null);
  const { busy, run } = useAction();

  const change = (next: string) => {
    setText(next);
    setAnswer(null);
  };
  const read = async () => {
    const result = await run(() => call('tokens.inspectPasted', { text }));
    if (result.ok) setAnswer(result.value);
  };

  return (
    <>
      <section className="card" aria-label={i18n.t('Pasted token')}>
        <Field
          label={i18n.t('Token')}
          hint={i18n.t(
            'It is read in Tenantry’s own process and forgotten: not stored, not logged, not sent. “Bearer”, quotes and line breaks around it do no harm.',
          )}
        >
          <Textarea
            className="token-text"
            rows={5}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(_event, data) => change(data.value)}
          />
        </Field>
        <div className="card-actions">
          <ActionButton group="Tokens" appearance="primary" disabled={busy || text.trim() === ''} onClick={() => void read()}>
            {i18n.t('Read token')}
          </ActionButton>
          <ActionButton group="Tokens" disabled={text === ''} onClick={() => change('')}>
            {i18n.t('Clear')}
          </ActionButton>
        </div>
      </section>
      {answer?.readable === true && (
        <Inspection inspection={answer.inspection} wanted={null} signature={<PastedSignature key={text} text={text} />} />
      )}
      {answer?.readable === false && <UnreadableToken fault={answer.fault} own={false} />}
    </>
  );
}

/** Checked only when asked for: it is the one thing about a pasted token that needs the network. */
function PastedSignature({ text }: { text: string }) {
  const [check, setCheck] = useState<SignatureCheck | null>(null);
  const { busy, run } = useAction();
  const ask = async () => {
    const result = await run(() => call('tokens.checkSignature', { text }));
    if (result.ok) setCheck(result.value);
  };
  const button = (
    <ActionButton group="Tokens" size="small" disabled={busy} onClick={() => void ask()}>
      {check ? i18n.t('Check again') : i18n.t('Check signature')}
    </ActionButton>
  );
  if (check) return <Signature check={check} actions={button} />;
  return (
    <div className="card-actions">
      {button}
      <span className="quiet">{i18n.t('Fetches the public keys of the tenant the token names. The token itself is not sent.')}</span>
    </div>
  );
}
