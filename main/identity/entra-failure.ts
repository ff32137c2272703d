import { AuthError } from '@azure/msal-node';
import type { Problem } from '../../contract/problem';

/**
 * A token request that did not end with a token. MSAL lets subclasses of its AuthError through unchanged, so the reason
 * survives; thrown before MSAL sees the answer, it also keeps MSAL's own throttle memory from blocking later calls.
 */
export class EntraFailure extends AuthError {
  constructor(readonly problem: Problem) {
    super('entra_failure', '', problem.code);
    Object.setPrototypeOf(this, EntraFailure.prototype);
    this.name = 'EntraFailure';
  }
}
