import type { UtilityProgram } from './fork-utility';

/** Started before it is known which store it is to open. */
export const STORE_PROCESS: UtilityProgram = { entry: 'store-process', name: 'Tenantry store' };
