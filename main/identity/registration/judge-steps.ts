import type { Finding, RegistrationStep, StepResult, StepState } from '../../../contract/registration';
import { judgeAccountType, judgeAddresses } from './judge-pages';
import { judgePermissions } from './judge-permissions';
import { judgeApplication, judgeCredential } from './judge-tokens';
import type { Evidence } from './evidence';

/** What the evidence says of each step, in the order in which a registration is made. */
export function judgeSteps(evidence: Evidence): StepResult[] {
  const judged: [RegistrationStep, Finding[]][] = [
    ['application', judgeApplication(evidence)],
    ['accountType', judgeAccountType(evidence)],
    ['redirectUris', judgeAddresses(evidence)],
    ['permissions', judgePermissions(evidence)],
    ['credential', judgeCredential(evidence)],
  ];
  return judged.map(([step, findings]) => ({ step, state: worst(findings), findings }));
}

/** A step is as good as its worst finding; one without findings was not looked at. */
export function worst(findings: readonly Finding[]): StepState {
  if (findings.some(({ state }) => state === 'missing')) return 'missing';
  return findings.length === 0 || findings.some(({ state }) => state === 'unknown') ? 'unknown' : 'ok';
}
