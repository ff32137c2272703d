import type { IncidentDetail } from '../../contract/incident';
import type { Problem } from '../../contract/problem';
import type { IncidentColumns } from '../store/store-port';

/** One page as read: the body as it came and the columns of its incidents. */
export interface ProviderPage {
  /** The response body, byte for byte. */
  bytes: Uint8Array;
  rows: IncidentColumns[];
  /** Opaque place to go on from; null after the last page. */
  next: string | null;
}

export type PageResult = { ok: true; page: ProviderPage } | { ok: false; problem: Problem };

/** What an incident holds beyond the list's columns, read from its raw JSON. */
export type IncidentContent = Omit<IncidentDetail, 'row' | 'portalUrl'>;

/** One API surface (Defender XDR or Graph): own scope, paging, spelling and refusals behind one interface. */
export interface IncidentProvider {
  readonly surface: 'xdr' | 'graph';
  /** Roles of which any one allows reading. */
  readonly readRoles: readonly string[];
  /** Reads one page. Never throws for what the network or the service does; a problem says what happened. */
  readPage(request: { accessToken: string; cursor: string | null; signal: AbortSignal }): Promise<PageResult>;
  /** Content of the incident at `rawIndex` of a stored body. */
  contentAt(body: string, rawIndex: number): IncidentContent;
  /** That incident alone as indented JSON text. */
  rawAt(body: string, rawIndex: number): string;
}
