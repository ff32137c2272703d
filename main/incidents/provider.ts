import type { IncidentDetail } from '../../contract/incident';
import type { Instant, TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import type { IncidentColumns } from '../store/store-port';
import type { Hand } from './bytes-in-hand';

/** One page as read: the body as it came and the columns of its incidents. */
export interface ProviderPage {
  /** The response body, byte for byte; where alerts had to be asked for apart, with them put in. */
  bytes: Uint8Array;
  /** Given where `bytes` are still packed, as they came. */
  encoding?: 'gzip';
  rows: IncidentColumns[];
  /** Opaque place to go on from; null after the last page. Pages may overlap, so that a list that moves while it is read leaves no gap. */
  next: string | null;
  /** The service's own clock when it answered, where it said so. */
  servedAt?: Instant | null;
}

/** Which incidents are asked for; both null: all there are. Bounds are inclusive. */
export interface PageRange {
  createdSince: Instant | null;
  updatedSince: Instant | null;
}

/** Counts one more call of the tenant, asked before each but the first of a page. A problem: none may be made now. */
export type CallMeter = () => Problem | null;

export interface PageRequest {
  tenantId: TenantId;
  accessToken: string;
  range: PageRange;
  /** `next` of the page before it in the same range; null: the first. */
  cursor: string | null;
  signal: AbortSignal;
  meter?: CallMeter;
  /** How often this page was too much: less of it is asked for each time (`page-size.ts`). */
  lighter?: number;
  /** Takes room for the bytes of an answer before they are kept (`bytes-in-hand.ts`). */
  room?: Hand['room'];
}

export type PageResult =
  | { ok: true; page: ProviderPage }
  | { ok: false; problem: Problem /** The page was too large or took too long, and may be asked for lighter. */; tooMuch?: boolean };

/** What an incident holds beyond the list's columns, read from its raw JSON. */
export type IncidentContent = Omit<IncidentDetail, 'row' | 'portalUrl' | 'targetUnread'>;

/** One API surface (Defender XDR or Graph): own scope, paging, spelling and refusals behind one interface. */
export interface IncidentProvider {
  readonly surface: 'xdr' | 'graph';
  /** Roles of which any one allows reading. */
  readonly readRoles: readonly string[];
  /** Reads one page. Never throws for what the network or the service does; a problem says what happened. */
  readPage(request: PageRequest): Promise<PageResult>;
  /** Reads one incident, as a page of one; a page of none when the service has no such incident. Absent where the surface cannot. */
  readIncident?(
    request: Pick<PageRequest, 'tenantId' | 'accessToken' | 'signal' | 'meter' | 'room'> & { incidentId: string },
  ): Promise<PageResult>;
  /** Content of the incident at `rawIndex` of a stored body. */
  contentAt(body: string, rawIndex: number): IncidentContent;
  /** That incident alone as indented JSON text. */
  rawAt(body: string, rawIndex: number): string;
}
