import type { ImportRow, RowFault, TenantField } from '../../../contract/tenant-files';
import { TENANT_FIELDS } from '../../../contract/tenant-files';
import { EMPTY_PROFILE, type TenantProfile } from '../../../contract/tenant-profile';
import { readTenantQuery } from '../../identity/tenant-query';
import type { TenantEntry } from '../../store/store-port';
import { entryFault } from './entry-fault';
import type { FileRow, RowValues } from './tenant-file';

/** What becomes of a row; with the entry to be written where one is. */
export interface PlannedRow {
  view: ImportRow;
  entry: TenantEntry | null;
}

/** Decides row by row what an import does to a list of tenants. Of several rows about one tenant, the first counts. */
export class ImportPlan {
  readonly #byId: Map<string, TenantEntry>;
  /** Null: of several tenants, so it names none. */
  readonly #byDomain = new Map<string, TenantEntry | null>();
  readonly #rowOfTenant = new Map<string, number>();

  constructor(tenants: readonly TenantEntry[]) {
    this.#byId = new Map(tenants.map((tenant) => [tenant.tenantId, tenant]));
    for (const tenant of tenants) {
      if (tenant.domain) this.#byDomain.set(tenant.domain, this.#byDomain.has(tenant.domain) ? null : tenant);
    }
  }

  row({ row, values, fault, faultField }: FileRow): PlannedRow {
    const shown = { row, tenantId: clipped(values.tenantId), displayName: clipped(values.displayName), domain: clipped(values.domain) };
    const invalid = (why: RowFault, about?: TenantField): PlannedRow => ({
      view: { ...shown, kind: 'invalid', fault: why, ...(about === undefined ? {} : { faultField: about }) },
      entry: null,
    });
    if (fault) return invalid(fault, faultField);
    const named = this.#tenantOf(values);
    if ('fault' in named) return invalid(named.fault);
    const before = this.#byId.get(named.tenantId);
    const entry = merged(named.tenantId, before, { ...values, domain: named.domain });
    if (entry === null) return invalid('noName');
    const wrong = entryFault(entry, values);
    if (wrong) return invalid(wrong.fault, wrong.field);
    const view = { row, tenantId: entry.tenantId, displayName: entry.displayName, domain: entry.domain ?? undefined };
    const firstRow = this.#rowOfTenant.get(entry.tenantId);
    if (firstRow !== undefined) return { view: { ...view, kind: 'duplicate', firstRow }, entry: null };
    this.#rowOfTenant.set(entry.tenantId, row);
    if (!before) return { view: { ...view, kind: 'new' }, entry };
    const changes = changesOf(before, entry);
    return changes.length === 0 ? { view: { ...view, kind: 'same' }, entry: null } : { view: { ...view, kind: 'changed', changes }, entry };
  }

  /** The ID of a row, or of the listed tenant with its domain. */
  #tenantOf({ tenantId, domain }: RowValues): { tenantId: string; domain: string | undefined } | { fault: RowFault } {
    const domainQuery = domain ? readTenantQuery(domain) : null;
    if (domain && domainQuery?.kind !== 'domain') return { fault: 'badDomain' };
    // An empty domain is one to be emptied, an absent one is not spoken of.
    const readDomain = domainQuery?.kind === 'domain' ? domainQuery.domain : domain;
    if (tenantId) {
      const query = readTenantQuery(tenantId);
      return query?.kind === 'id' ? { tenantId: query.tenantId, domain: readDomain } : { fault: 'badTenantId' };
    }
    const listed = readDomain ? this.#byDomain.get(readDomain) : undefined;
    return listed ? { tenantId: listed.tenantId, domain: readDomain } : { fault: 'noTenant' };
  }
}

/** The entry after the row. Null: new, and without anything to call it by. */
function merged(tenantId: string, before: TenantEntry | undefined, values: RowValues): TenantEntry | null {
  const domain = values.domain === undefined ? (before?.domain ?? null) : values.domain || null;
  const displayName = values.displayName || before?.displayName || domain;
  if (!displayName) return null;
  const profile: TenantProfile = { ...(before?.profile ?? EMPTY_PROFILE) };
  for (const field of ['group', 'owner', 'contact', 'notes'] as const) profile[field] = values[field] ?? profile[field];
  if (values.tags) profile.tags = onceEach(values.tags);
  // Checked by the caller: another word than a colour never gets as far as the store.
  if (values.colour !== undefined) profile.colour = values.colour === '' ? null : (values.colour.toLowerCase() as TenantProfile['colour']);
  if (values.surface !== undefined) profile.surface = values.surface === '' ? null : surfaceIn(values.surface);
  return { tenantId, displayName, domain, profile };
}

/** The surface a word means; another word stays as it is, and its row is refused. */
function surfaceIn(text: string): TenantProfile['surface'] {
  const word = text.toLowerCase();
  if (/\bgraph\b/.test(word)) return 'graph';
  return (/\bxdr\b/.test(word) ? 'xdr' : word) as TenantProfile['surface'];
}

/** As much of an unusable cell as is worth showing. */
function clipped(text: string | undefined): string | undefined {
  return text?.slice(0, 200);
}

function onceEach(given: readonly string[]): string[] {
  const seen = new Set<string>();
  return given.filter((one) => !seen.has(one.toLowerCase()) && seen.add(one.toLowerCase()));
}

function changesOf(before: TenantEntry, after: TenantEntry): NonNullable<ImportRow['changes']> {
  return TENANT_FIELDS.map((field) => ({ field, from: fieldText(before, field), to: fieldText(after, field) })).filter(
    ({ from, to }) => from !== to,
  );
}

/** A field of an entry as text. */
export function fieldText({ tenantId, displayName, domain, profile }: TenantEntry, field: TenantField): string {
  switch (field) {
    case 'tenantId':
      return tenantId;
    case 'displayName':
      return displayName;
    case 'domain':
      return domain ?? '';
    case 'tags':
      return profile.tags.join('; ');
    case 'colour':
      return profile.colour ?? '';
    case 'surface':
      return profile.surface ?? '';
    case 'group':
    case 'owner':
    case 'contact':
    case 'notes':
      return profile[field];
  }
}
