import { i18n } from '@lingui/core';
import type { ReactNode } from 'react';
import type { RegistrationStep, StepResult } from '../../../contract/registration';
import { StateBadge } from '../../ui/StateBadge';
import { FindingList } from './FindingList';
import { STEP_TITLES, stepBadge } from './registration-words';

interface GuideStepProps {
  step: RegistrationStep;
  /** Null: not checked. */
  result: StepResult | null;
  /** What to set in the registration. */
  children: ReactNode;
}

/** One step: what to set, whether it is so, and what to do where it is not. */
export function GuideStep({ step, result, children }: GuideStepProps) {
  return (
    <li className="guide-step" aria-label={i18n.t(STEP_TITLES[step])}>
      <div className="card-title-row">
        <h3>{i18n.t(STEP_TITLES[step])}</h3>
        <StateBadge {...stepBadge(result?.state ?? null)} />
      </div>
      {children}
      {result && <FindingList findings={result.findings} />}
    </li>
  );
}
