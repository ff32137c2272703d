import { z } from 'zod';
import { overview, overviewDays } from '../overview';
import { call } from './call';

/** Calls about the figures over all customers. */
export const overviewCalls = {
  'overview.read': call(z.object({ days: overviewDays }), overview, ['storeClosed']),
} as const;
