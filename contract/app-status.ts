import { z } from 'zod';
import { language, languageChoice, themeChoice, timeZoneChoice } from './display';
import { cloudSummary, partnerApp } from './partner-app';
import { surface } from './permissions';
import { proxyUse } from './proxy';
import { syncSchedule } from './sync-schedule';

/** Where secrets are kept in this run. Shown on screen; `session` means: in memory only, gone when Tenantry closes. */
export const secretStorage = z.object({
  mode: z.enum(['keychain', 'session']),
  /** For people: "Secret Service (GNOME Keyring, KWallet)", "Windows Credential Manager", "macOS Keychain". */
  backend: z.string(),
  /** Why it is session-only. */
  reason: z.enum(['locked', 'unavailable', 'chosen']).optional(),
  detail: z.string().optional(),
});
export type SecretStorage = z.infer<typeof secretStorage>;

export const storeStatus = z.object({
  /** `memory`: session-only, nothing is written to disk. `ended`: its process ended by itself; it can be opened again. `newer`: made by a later version. */
  state: z.enum(['open', 'memory', 'wrongKey', 'damaged', 'inUse', 'keyLost', 'newer', 'failed', 'ended']),
  /** The file, kept untouched when it cannot be opened. */
  path: z.string(),
  detail: z.string().optional(),
});
export type StoreStatus = z.infer<typeof storeStatus>;

/** A profile has its own store, keychain entries and partner app, so that clouds never mix. */
export const profile = z.object({
  id: z.string(),
  kind: z.enum(['live', 'sandbox', 'custom']),
  name: z.string(),
  /** Custom clouds only: the hosts it talks to, so that nobody mistakes it for Microsoft's. */
  hosts: z.array(z.string()),
});
export type Profile = z.infer<typeof profile>;

/** How often every customer's token is asked for by itself; 0: never. */
export const backgroundCheckHours = z.union([z.literal(0), z.literal(1), z.literal(6), z.literal(24)]);
export type BackgroundCheckHours = z.infer<typeof backgroundCheckHours>;

export const appStatus = z.object({
  version: z.string(),
  electron: z.string(),
  profile,
  /** Clouds a partner app of this profile can be in. */
  clouds: z.array(cloudSummary),
  secretStorage,
  store: storeStatus,
  /** The oldest first. */
  partnerApps: z.array(partnerApp),
  theme: themeChoice,
  languageChoice,
  /** The language that follows from the choice on this computer. */
  language,
  timeZone: timeZoneChoice,
  backgroundCheckHours,
  /** The surface customers are read over first where nothing else is said of one. */
  preferredSurface: surface,
  /** When tenants of this profile are read by themselves; null while its store is not open. */
  schedule: syncSchedule.nullable(),
  /** Proxies that asked for a sign-in since Tenantry was started. */
  proxies: z.array(proxyUse),
});
export type AppStatus = z.infer<typeof appStatus>;
