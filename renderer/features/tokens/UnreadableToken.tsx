import { i18n } from '@lingui/core';
import type { TokenFault } from '../../../contract/token-inspection';
import { Banner } from '../../ui/Banner';
import { headerWords } from './claim-words';
import { EntryTable } from './EntryTable';
import { faultWords } from './inspection-words';

/** Why a token cannot be read, with what can be all the same. `own`: one Tenantry holds. */
export function UnreadableToken({ fault, own }: { fault: TokenFault; own: boolean }) {
  const { intent, title, text } = faultWords(fault, own);
  return (
    <section className="card" aria-label={i18n.t('What it is')}>
      <h2>{i18n.t('What it is')}</h2>
      <Banner intent={intent} title={title}>
        {text}
      </Banner>
      {fault.header.length > 0 && <EntryTable label={i18n.t('Header')} entries={fault.header} wordsOf={headerWords} />}
    </section>
  );
}
