import { i18n } from '@lingui/core';
import { ErrorCircle16Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Problem } from '../../../contract/problem';
import { RelativeTime } from '../../ui/RelativeTime';
import { CustomerText } from './CustomerText';
import { diagnose } from './diagnosis';
import { actorWords } from './problem-words';
import { ServiceWords } from './ServiceWords';
import { withElements } from '../../ui/with-elements';
import './problem-card.css';

interface ProblemCardProps {
  problem: Problem;
  /** In place of the problem's own title. */
  title?: string;
  /** The customer it is about: then there is a text for it where it has to act. */
  tenantName?: string;
  children?: ReactNode;
}

/** A problem in plain words: what, why, who has to act, what to do next, and what the service said. */
export function ProblemCard({ problem, title, tenantName, children }: ProblemCardProps) {
  const words = diagnose(problem);
  return (
    <div className="problem-card">
      <p className="problem-title">
        <ErrorCircle16Filled aria-hidden="true" />
        {title ?? words.title}
      </p>
      <p>{words.cause}</p>
      <p className="problem-next">
        <strong>{actorWords(words.who)}.</strong> {words.nextStep}
      </p>
      {problem.missingRoles && problem.missingRoles.length > 0 && (
        <p>
          {withElements(i18n.t('Missing, any one of them is enough: [[roles]]'), {
            roles: <span className="code">{problem.missingRoles.join(', ')}</span>,
          })}
        </p>
      )}
      {problem.retryAt !== undefined && <p>{withElements(i18n.t('Next try [[time]]'), { time: <RelativeTime at={problem.retryAt} /> })}</p>}
      {children}
      {tenantName !== undefined && <CustomerText problem={problem} tenantName={tenantName} />}
      <ServiceWords problem={problem} />
    </div>
  );
}
