import { i18n } from '@lingui/core';
import { GLOBAL_PROBLEMS, type Problem, type ProblemCode } from '../../../contract/problem';
import { ProblemCard } from '../common/ProblemCard';
import { problemShort } from '../common/problem-words';

const REFUSED_BY_US: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['wrongTenantToken', 'wrongAudience']);

interface TokenFailureProps {
  problem: Problem;
  /** What the State section above shows already. */
  tenantProblem: Problem | undefined;
}

/** Why there is no token: one that came and was refused in full, otherwise what State does not say already. */
export function TokenFailure({ problem, tenantProblem }: TokenFailureProps) {
  if (REFUSED_BY_US.has(problem.code)) return <ProblemCard problem={problem} title={i18n.t('This token was refused and not used')} />;
  if (GLOBAL_PROBLEMS.has(problem.code))
    return <p className="section-text">{i18n.t('No token: see the notice at the top of the window.')}</p>;
  if (problem.code === tenantProblem?.code) {
    return (
      <p className="section-text">
        {i18n.t('No token: {problemShort}. The reason and the next step are under State.', { problemShort: problemShort(problem.code) })}
      </p>
    );
  }
  return <ProblemCard problem={problem} />;
}
