import { i18n } from '@lingui/core';
import type { CredentialCheck } from '../../../contract/credential';
import { Banner } from '../../ui/Banner';
import { ProblemCard } from '../common/ProblemCard';
import { diagnose } from '../common/diagnosis';
import { problemShort } from '../common/problem-words';
import { ServiceWords } from '../common/ServiceWords';

/** What asking Entra showed: accepted, refused with its words, or not known (offline, for example). */
export function CheckOutcome({ check }: { check: CredentialCheck }) {
  const { outcome, problem } = check;
  switch (outcome) {
    case 'accepted':
      return (
        <Banner intent="success" title={i18n.t('Accepted')}>
          {i18n.t('Entra ID gave a token of your own tenant for this credential.')}
        </Banner>
      );
    case 'refused':
      return problem ? (
        <ProblemCard problem={problem} title={i18n.t('Refused: {problemShort}', { problemShort: problemShort(problem.code) })} />
      ) : (
        <Banner intent="error" title={i18n.t('Refused by Entra ID')} />
      );
    case 'unknown':
      return (
        <div className="check-unknown">
          <Banner intent="warning" title={i18n.t('Could not be checked')}>
            {problem && `${diagnose(problem).cause} `}
            {i18n.t('The credential is kept; check it again later.')}
          </Banner>
          {problem && <ServiceWords problem={problem} />}
        </div>
      );
  }
}
