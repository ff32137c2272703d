import type { Problem, ProblemCode } from '../../../contract/problem';
import { ProblemCard } from '../common/ProblemCard';
import { problemWords } from '../common/problem-words';

const REFUSED_BY_US: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['wrongTenantToken', 'wrongAudience']);

interface TokenFailureProps {
  problem: Problem;
  /** What the State section above shows already. */
  tenantProblem: Problem | undefined;
}

/** Why there is no token: one that came and was refused in full, otherwise what State does not say already. */
export function TokenFailure({ problem, tenantProblem }: TokenFailureProps) {
  if (REFUSED_BY_US.has(problem.code)) return <ProblemCard problem={problem} title="This token was refused and not used" />;
  if (problem.code === tenantProblem?.code) {
    return (
      <p className="section-text">
        No token: {problemWords(problem.code).title.toLowerCase()}. The reason and the next step are under State.
      </p>
    );
  }
  return <ProblemCard problem={problem} />;
}
