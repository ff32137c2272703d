import { useApp } from '../store/app-store';
import { hashOf, routeOf } from '../store/route';

/** Mirrors the route to the location hash and back, so that back, forward and reload work. */
export function followHash(): void {
  useApp.subscribe(({ route, status }, before) => {
    if (status === null || (route === before.route && before.status !== null)) return;
    const hash = hashOf(route);
    if (location.hash === hash) return;
    // Going from one incident to the next is not a step to go back to.
    if (samePage(location.hash, hash)) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
  });
  window.addEventListener('popstate', () => {
    const route = routeOf(location.hash);
    if (route) useApp.getState().go(route);
  });
}

function samePage(from: string, to: string): boolean {
  return from === '' || from.split('/')[1] === to.split('/')[1];
}
