import type { Observable } from '../../contract/observable';
import type { FacetKind } from '../../contract/incident-filter';
import type { Facet, PageContent, PageReader } from '../store/page-reader';
import { compactPart } from './json-text';
import { asList, filled, isRecord } from './lenient';
import { collectObservables } from './observables';
import { everydayHashesOf } from './everyday-hashes';
import { pageItem } from './page-items';
import { itemAt, readEnvelope } from './xdr-page';

/** Reads stored pages for the store, which knows nothing of their form. Both surfaces send `value` with incidents, alerts in them, and what was seen in the alerts. */
export const pageReader: PageReader = {
  contents: (body) => {
    const items = readEnvelope(body)?.items ?? [];
    return (rawIndex) => contentOf(items[rawIndex]);
  },
  alertIds: (body) => {
    const items = readEnvelope(body)?.items ?? [];
    return (rawIndex) => alertIdsOf(items[rawIndex]);
  },
  items: (body) => {
    const part = compactPart(body);
    return (rawIndex) => part((page) => itemAt(page, rawIndex));
  },
  alone: (body, rawIndex) => {
    const item = pageItem(body, rawIndex);
    return item === null ? null : `{"value":[${item}]}`;
  },
};

/** Names of an alert's fields, on both surfaces, and what of the list they can be chosen by. */
const ALERT_FACETS: readonly [string, FacetKind][] = [
  ['serviceSource', 'service'],
  ['detectionSource', 'detection'],
  ['category', 'category'],
  ['mitreTechniques', 'technique'],
];
/** The same of the incident itself. */
const INCIDENT_FACETS: readonly [string, FacetKind][] = [
  ['tags', 'tag'],
  ['customTags', 'tag'],
  ['systemTags', 'tag'],
];
/** Longer than any name a service gives. */
const LONGEST_FACET = 200;

/** What an incident is found by beyond its columns: titles of its alerts, the values its entities and devices hold, sources, techniques, tags. */
export function contentOf(item: unknown): PageContent {
  const alertTitles = new Set<string>();
  const detectors = new Set<string>();
  const facets = new Map<string, Facet>();
  collectFacets(item, INCIDENT_FACETS, facets);
  const observables = new Map<string, Observable>();
  const everyday = new Set<string>();
  for (const alert of asList(isRecord(item) ? item['alerts'] : null)) {
    if (!isRecord(alert)) continue;
    const title = filled(alert['title']);
    if (title !== null) alertTitles.add(title);
    // Where no rule is named, its alerts still bear its title.
    const detector = filled(alert['detectorId']) ?? title;
    if (detector !== null && detector.length <= LONGEST_FACET) detectors.add(detector);
    collectFacets(alert, ALERT_FACETS, facets);
    for (const list of ['devices', 'entities', 'evidence']) {
      collectObservables(alert[list], observables);
      everydayHashesOf(alert[list], everyday);
    }
  }
  return {
    alertTitles: [...alertTitles],
    observables: [...observables.values()],
    detectors: [...detectors],
    everydayHashes: [...everyday],
    facets: [...facets.values()],
  };
}

/** Under either name that a surface gives an alert's ID. */
function alertIdsOf(item: unknown): string[] {
  const alerts = asList(isRecord(item) ? item['alerts'] : null).filter(isRecord);
  return alerts.flatMap((alert) => [filled(alert['alertId']), filled(alert['id'])]).filter((id) => id !== null);
}

function collectFacets(from: unknown, fields: readonly [string, FacetKind][], found: Map<string, Facet>): void {
  if (!isRecord(from)) return;
  for (const [name, kind] of fields) {
    for (const one of asList(from[name])) {
      const value = filled(one)?.trim().slice(0, LONGEST_FACET);
      if (value) found.set(`${kind} ${value.toLowerCase()}`, { kind, value });
    }
  }
}
