import type { Surface } from '../../../contract/permissions';
import type { CallMeter, PageResult } from '../provider';
import type { IncidentUpdate } from './change-rules';

export interface UpdateRequest {
  accessToken: string;
  incidentId: string;
  update: IncidentUpdate;
  meter: CallMeter;
  /** What of it was taken already. A request that is made again leaves that out. */
  taken: { fields: boolean };
}

/** One surface's way to change an incident. */
export interface IncidentWriter {
  readonly surface: Surface;
  /**
   * Sends what changes, and nothing else. Out: what the service answered, as a page of one where it is the incident, else of none. Never throws for what
   * the network or the service does. A request on its way is not broken off: nobody would know what became of it.
   */
  update(request: UpdateRequest): Promise<PageResult>;
}
