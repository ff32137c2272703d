import type { StateCreator } from 'zustand';
import { ALL_INCIDENTS, type Route } from './route';

export interface NavSlice {
  route: Route;
  go(route: Route): void;
}

export const createNavSlice: StateCreator<NavSlice> = (set) => ({
  route: ALL_INCIDENTS,
  go: (route) => set({ route }),
});
