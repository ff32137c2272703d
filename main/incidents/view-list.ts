import { isDeepStrictEqual } from 'node:util';
import { MAX_VIEWS, type SavedView } from '../../contract/saved-view';

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** With one view more, or in place of the one of the same name. Null: there are too many. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] | null {
  if (views.some(({ name }) => sameName(name, view.name))) return views.map((one) => (sameName(one.name, view.name) ? view : one));
  return views.length < MAX_VIEWS ? [...views, view] : null;
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((one) => !sameName(one.name, name));
}

/** With those of a colleague beside one's own: none is replaced. One that differs from an own of the same name comes under a name of its own. */
export function withTeamViews(own: readonly SavedView[], team: readonly SavedView[]): SavedView[] {
  const merged = [...own];
  for (const view of team) {
    const known = merged.find(({ name }) => sameName(name, view.name));
    if (known && isDeepStrictEqual(known, { ...view, name: known.name })) continue;
    const name = known ? freeName(merged, view.name) : view.name;
    if (merged.length < MAX_VIEWS) merged.push({ ...view, name });
  }
  return merged;
}

function freeName(views: readonly SavedView[], name: string): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? ' (team)' : ` (team ${number})`;
    const candidate = `${name.slice(0, 80 - suffix.length)}${suffix}`;
    if (!views.some((one) => sameName(one.name, candidate))) return candidate;
  }
}
