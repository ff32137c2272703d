import type { Random } from '../random/random';

/** Determinations that belong to each classification, in every spelling Microsoft's pages use for writing or reading. */
export const DETERMINATIONS: Readonly<Record<string, readonly string[]>> = {
  TruePositive: [
    'MultiStagedAttack',
    'MaliciousUserActivity',
    'CompromisedAccount',
    'CompromisedUser',
    'Malware',
    'Phishing',
    'UnwantedSoftware',
    'Other',
  ],
  InformationalExpectedActivity: ['SecurityTesting', 'LineOfBusinessApplication', 'ConfirmedActivity', 'ConfirmedUserActivity', 'Other'],
  FalsePositive: ['Clean', 'NoEnoughDataToValidate', 'InsufficientData', 'Other'],
};

/** What an incident's analyst concluded. */
export function verdict(random: Random): { classification: string; determination: string } {
  const classification = random.weighted([
    ['TruePositive', 6],
    ['InformationalExpectedActivity', 2],
    ['FalsePositive', 3],
  ]);
  return { classification, determination: random.pick(DETERMINATIONS[classification] ?? ['Other']) };
}

export const NO_VERDICT = { classification: 'Unknown', determination: 'NotAvailable' } as const;
