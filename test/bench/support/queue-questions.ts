import type { IncidentQuery } from '../../../contract/incident';

const DAY_MS = 86_400_000;

export const NEWEST: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 100 };

/** One question of each kind the queue is asked. @param made when the incidents were made: spans of time end there */
export function queueQuestions({
  rows,
  tenantIds,
  made,
}: {
  rows: number;
  tenantIds: readonly string[];
  made: number;
}): Map<string, IncidentQuery> {
  const questions: Record<string, Partial<IncidentQuery>> = {
    newest: {},
    oldest: { descending: false },
    'sorted by severity': { sort: 'severity' },
    'sorted by status': { sort: 'status', descending: false },
    'sorted by tenant': { sort: 'tenant', descending: false },
    'sorted by tenant read': { sort: 'tenantRead', descending: false },
    'sorted by tenant read, latest first': { sort: 'tenantRead' },
    'sorted by classification': { sort: 'classification', descending: false },
    'sorted by classification, turned round': { sort: 'classification' },
    'sorted by determination': { sort: 'determination', descending: false },
    'sorted by determination, turned round': { sort: 'determination' },
    'by determination, far down': { sort: 'determination', descending: false, offset: Math.floor(rows * 0.6) },
    'grouped by tenant, by determination': { groupBy: 'tenant', sort: 'determination', descending: false },
    'grouped by assignee, by classification': { groupBy: 'assignedTo', sort: 'classification' },
    'high, last week, by classification': {
      severities: ['high'],
      updatedFrom: made - 7 * DAY_MS,
      sort: 'classification',
      descending: false,
    },
    'a common word, by determination': { text: 'phish', sort: 'determination', descending: false },
    'one tenant, by classification': { tenantId: tenantIds[7] ?? null, sort: 'classification', descending: false },
    'sorted by name': { sort: 'name', descending: false },
    'sorted by alerts': { sort: 'alertCount' },
    'sorted by assignee': { sort: 'assignedTo', descending: false },
    'sorted by creation': { sort: 'createdAt' },
    'high and open, by name': { severities: ['high'], statuses: ['active', 'new'], sort: 'name', descending: false },
    unassigned: { assignees: [''] },
    'of one analyst, by creation': { assignees: ['analyst3@partner.example'], sort: 'createdAt' },
    'one tenant': { tenantId: tenantIds[7] ?? null },
    'a tenant group, by name': { tenantGroups: ['Group 3'], sort: 'name', descending: false },
    'grouped by tenant': { groupBy: 'tenant' },
    'grouped by severity': { groupBy: 'severity' },
    'grouped by status, by name': { groupBy: 'status', sort: 'name', descending: false },
    'grouped by assignee, by alerts': { groupBy: 'assignedTo', sort: 'alertCount' },
    'last day': { updatedFrom: made - DAY_MS },
    'last week': { updatedFrom: made - 7 * DAY_MS },
    'open three days ago': { openAt: made - 3 * DAY_MS },
    'resolved since a week, by name': { resolvedFrom: made - 7 * DAY_MS, sort: 'name', descending: false },
    'created last week, by tenant': { createdFrom: made - 7 * DAY_MS, sort: 'tenant', descending: false },
    'one category': { facets: { category: ['Malware'] } },
    'one technique, by name': { facets: { technique: ['T1059'] }, sort: 'name', descending: false },
    'a rare word': { text: 'host-123456.contoso' },
    'a common word': { text: 'phish' },
    'a common word, of one analyst': { text: 'phish', assignees: ['analyst3@partner.example'] },
    'a common word, last week': { text: 'phish', updatedFrom: made - 7 * DAY_MS },
    'a common word, far down': { text: 'phish', offset: Math.floor(rows / 16) },
    'a common word in a category, grouped': { text: 'phish', facets: { category: ['Malware'] }, groupBy: 'severity' },
    'far down': { offset: Math.floor(rows * 0.6) },
    'far down, by name': { offset: Math.floor(rows * 0.6), sort: 'name', descending: false },
  };
  return ofAll(questions);
}

/** Some that the rows in memory answer, asked before those are there: the first seconds after the start. */
export function earlyQuestions({ made }: { made: number }): Map<string, IncidentQuery> {
  return ofAll({
    'at once: one category': { facets: { category: ['Phishing'] } },
    'at once: a common word': { text: 'suspicious' },
    'at once: open two days ago': { openAt: made - 2 * DAY_MS },
  });
}

function ofAll(questions: Record<string, Partial<IncidentQuery>>): Map<string, IncidentQuery> {
  return new Map(Object.entries(questions).map(([name, question]) => [name, { ...NEWEST, ...question }]));
}

/** Looked up over all tenants: a rare value, one that some incidents have, and one that thousands have. */
export const PIVOTS = [
  { kind: 'host', value: 'host-1.contoso.example' },
  { kind: 'user', value: 'user77@contoso.example' },
  { kind: 'ip', value: '203.0.113.7' },
] as const;
