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
        <Banner intent="success" title="Accepted">
          Entra ID gave a token of your own tenant for this credential.
        </Banner>
      );
    case 'refused':
      return problem ? (
        <ProblemCard problem={problem} title={`Refused: ${problemShort(problem.code)}`} />
      ) : (
        <Banner intent="error" title="Refused by Entra ID" />
      );
    case 'unknown':
      return (
        <div className="check-unknown">
          <Banner intent="warning" title="Could not be checked">
            {problem ? `${diagnose(problem).cause} ` : ''}The credential is kept; check it again later.
          </Banner>
          {problem && <ServiceWords problem={problem} />}
        </div>
      );
  }
}
