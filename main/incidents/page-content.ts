import { type Observable, observableOf } from '../../contract/observable';
import type { PageContent, PageReader } from '../store/page-reader';
import { compactPart } from './json-text';
import { asList, filled, isRecord } from './lenient';
import { readEnvelope } from './xdr-page';

/** Deeper nesting than any service sends. */
const DEEPEST = 8;

/** Reads stored pages for the store, which knows nothing of their form. Both surfaces send `value` with incidents, alerts in them, and what was seen in the alerts. */
export const pageReader: PageReader = {
  contents: (body) => {
    const items = readEnvelope(body)?.items ?? [];
    return (rawIndex) => contentOf(items[rawIndex]);
  },
  items: (body) => {
    const part = compactPart(body);
    return (rawIndex) => part((page) => (isRecord(page) ? asList(page['value'])[rawIndex] : undefined));
  },
};

/** What an incident is found by beyond its columns: titles of its alerts, and the values its entities and devices hold. */
export function contentOf(item: unknown): PageContent {
  const alertTitles = new Set<string>();
  const observables = new Map<string, Observable>();
  for (const alert of asList(isRecord(item) ? item['alerts'] : null)) {
    if (!isRecord(alert)) continue;
    const title = filled(alert['title']);
    if (title !== null) alertTitles.add(title);
    for (const list of ['devices', 'entities', 'evidence']) collect(alert[list], observables, 0);
  }
  return { alertTitles: [...alertTitles], observables: [...observables.values()] };
}

function collect(value: unknown, found: Map<string, Observable>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  for (const [name, inner] of Object.entries(value)) {
    const one = observableOf(name, inner);
    if (one) found.set(`${one.kind} ${one.value}`, one);
    else collect(inner, found, depth + 1);
  }
}
