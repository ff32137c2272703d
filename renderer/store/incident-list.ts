import { useSyncExternalStore } from 'react';
import { call } from '../bridge/client';
import { type IncidentListView, IncidentWindow } from './incident-window';

/** The one incident list of the page. */
export const incidentList = new IncidentWindow((query) => call('incidents.list', query));

/** Draws again whenever the list changed. */
export function useIncidentList(): IncidentListView {
  return useSyncExternalStore(incidentList.subscribe, incidentList.view);
}
