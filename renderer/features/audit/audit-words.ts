import { auditAction, type AuditEntry, type AuditVerdict } from '../../../contract/audit';

/** What was done, in words. An action of a later version stands as it is. */
export function actionWords(action: AuditEntry['action']): string {
  const known = auditAction.safeParse(action);
  if (!known.success) return action;
  switch (known.data) {
    case 'tokenCopied':
      return 'Access token copied to the clipboard';
    case 'tokenCopyFailed':
      return 'Access token not copied: the clipboard did not take it';
    case 'signedIn':
      return 'Signed in';
    case 'signedOut':
      return 'Signed out';
    case 'credentialAdded':
      return 'Credential of a partner app added';
    case 'credentialRemoved':
      return 'Credential of a partner app removed';
    case 'partnerAppRemoved':
      return 'Partner app removed';
    case 'tenantRemoved':
      return 'Tenant removed';
    case 'tenantDataDeleted':
      return 'Stored data deleted';
    case 'incidentsExported':
      return 'Incidents exported to a file';
    case 'auditExported':
      return 'Audit trail exported';
  }
}

/** What recomputing the chain showed. */
export function verdictWords({ intact, entries, brokenAt }: AuditVerdict): { intent: 'success' | 'error'; title: string; text: string } {
  const lines = entries === 1 ? '1 line was' : `${entries} lines were`;
  if (intact) {
    return {
      intent: 'success',
      title: 'The trail is whole',
      text: `${lines} recomputed: none was changed, taken out or put in between. Only lines cut off at the end cannot be seen from here: compare the last hash with one noted before.`,
    };
  }
  return {
    intent: 'error',
    title: `The trail was changed at line ${brokenAt}`,
    text: 'This line, or one before it, is not what was written then.',
  };
}
