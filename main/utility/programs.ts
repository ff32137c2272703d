import type { UtilityProgram } from './fork-utility';

/** Programs that are started before what they are for is known. */
export const STORE_PROCESS: UtilityProgram = { entry: 'store-process', name: 'Tenantry store' };
export const KEYCHAIN_PROCESS: UtilityProgram = { entry: 'keychain-process', name: 'Tenantry keychain' };
