import type { FacetKind } from '../../contract/incident-filter';
import type { Observable } from '../../contract/observable';

/** What an incident is found by beyond its columns. */
export interface PageContent {
  alertTitles: readonly string[];
  observables: readonly Observable[];
  /** The rules that made its alerts, each once. */
  detectors: readonly string[];
  /** Hashes of programs that are on most computers: the same at every customer, and no sign of an attack. */
  everydayHashes: readonly string[];
  /** What it can be chosen by, each value once. */
  facets: readonly Facet[];
}

/** A source, category, technique or tag, as the service spelt it. */
export interface Facet {
  kind: FacetKind;
  value: string;
}

/** Understands stored bodies for the store: lent to it where it is put together, as the store itself knows nothing of their form. */
export interface PageReader {
  /** Reads a body once; then what the incident at a place of it holds. A body that cannot be read holds nothing. */
  contents(body: string): (rawIndex: number) => PageContent;
  /** Reads a body once; then the IDs of the alerts of the incident at a place of it. */
  alertIds(body: string): (rawIndex: number) => string[];
  /** Reads a body once; then the incident at a place of it as JSON on one line, every number with the digits it came with. */
  items(body: string): (rawIndex: number) => string;
  /** A body with the incident at a place of it and no other, as it was written there. Null: it cannot be parted. */
  alone(body: Uint8Array, rawIndex: number): string | null;
}
