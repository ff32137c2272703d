import type { ReactNode } from 'react';
import { i18n } from '@lingui/core';
import type { SignatureCheck } from '../../../contract/token-inspection';
import { Banner } from '../../ui/Banner';
import { problemShort } from '../common/problem-words';
import { signatureWords } from './inspection-words';
import { withElements } from '../../ui/with-elements';

/** How the check of the signature ended. It is a diagnosis: nothing is used or refused by it. */
export function Signature({ check, actions }: { check: SignatureCheck; actions?: ReactNode }) {
  const { intent, title, text } = signatureWords(check);
  return (
    <Banner intent={intent} title={title} actions={actions}>
      {text}
      {check.problem && ` ${i18n.t('Reason: {reason}.', { reason: problemShort(check.problem.code) })}`}
      {check.keysFrom && (
        <span className="quiet token-value">
          {' '}
          {withElements(i18n.t('Keys: [[address]]'), { address: <span className="code">{check.keysFrom}</span> })}
        </span>
      )}
    </Banner>
  );
}
