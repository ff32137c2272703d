import type { ProblemCode } from '../../contract/problem';

const family = (code: ProblemCode, ...numbers: number[]): [number, ProblemCode][] => numbers.map((number) => [number, code]);

/**
 * What each AADSTS number means for a tenant of the partner app. Sources: "Microsoft Entra authentication and authorization
 * error codes" (Microsoft Learn) and, for numbers that page lacks (7000229, 650051, 501051, 900023), field reports.
 */
export const ENTRA_CATALOGUE: ReadonlyMap<number, ProblemCode> = new Map([
  // Not consented, consent refused, or the consent was opened with an account of another tenant.
  ...family('consentMissing', 7000229, 700016, 700011, 65001, 650051, 65004, 90094, 90095, 90099),
  ...family('consentMissing', 500207, 500208, 16000, 50020, 50034, 51004),
  // Consented, but the application has no role in the API.
  ...family('rolesMissing', 501051),
  // The Defender resource is not in the tenant, or switched off there.
  ...family('notLicensed', 500011, 650052, 500014, 650054, 50001),
  ...family('tenantBlocked', 5000224),
  ...family('appDisabled', 7000112, 70001, 1000031),
  // The partner's own credential and registration.
  ...family('credentialWrong', 7000215),
  ...family('credentialExpired', 7000222),
  ...family('credentialMissing', 7000218),
  ...family('credentialRejected', 700027, 700030, 700024, 50012, 50013, 500133, 50048),
  ...family('registrationFault', 650056, 650057, 650059, 50194, 50011, 700025, 90112),
  // The tenant's identifier or cloud.
  ...family('tenantNotFound', 90002, 900023, 50059, 90019, 50128),
  ...family('otherCloud', 90038, 900382, 900432, 90051, 50049),
  // Policies of the customer.
  ...family('conditionalAccess', 53003, 530032, 530034, 530035, 53000, 53001, 53002, 53004, 53011, 50005, 50131),
  ...family('conditionalAccess', 50074, 50076, 50079, 50158, 500021, 500022, 500212, 500213, 50002, 50105),
  // Requests Entra could not make sense of: a fault of ours or of the cloud's definition.
  ...family('refused', 70011, 28002, 28003, 700022, 700023, 900144, 90014, 90013, 90023, 9002313, 90100),
  ...family('refused', 70003, 900561, 901002, 1002012, 9001023),
  // Weather. 50196 is "client loop detected": stop first, then wait.
  ...family('serviceError', 50033, 90006, 90012, 90024, 90033, 90090, 50000),
  ...family('throttled', 50196, 90055),
]);
