import { useEffect, useState } from 'react';
import { useApp } from '../../store/app-store';

/** While tenants are read, figures follow at this pace at most, in milliseconds. */
const CALM_MS = 2_000;

/** Rises when stored incidents or tenants changed, but not with every page that is stored. */
export function useCalmRevision(): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = useApp.subscribe((state, before) => {
      if (state.incidentsRevision === before.incidentsRevision && state.tenants === before.tenants) return;
      timer ??= setTimeout(() => {
        timer = null;
        setRevision((now) => now + 1);
      }, CALM_MS);
    });
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, []);
  return revision;
}
