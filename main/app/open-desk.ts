import { AuditLog } from '../audit/audit-log';
import type { FetchPort } from '../cloud/fetch-port';
import type { ProxyStanding } from '../cloud/proxy/proxy-sign-in';
import { ConsentLog } from '../identity/consent-log';
import { waited } from '../identity/consent-probe';
import { TokenInspector } from '../identity/inspection/token-inspector';
import { KeyVaultDesk } from '../identity/key-vault/key-vault-desk';
import { AnalystSignIn } from '../identity/sign-in/analyst-sign-in';
import { PartnerApps } from '../identity/partner-apps';
import { RegistrationDesk } from '../identity/registration/registration-desk';
import { GraphProvider } from '../incidents/graph-provider';
import { IncidentDesk } from '../incidents/incident-desk';
import { ScheduleKeeper } from '../incidents/schedule-keeper';
import { readerStarter } from '../incidents/start-reader';
import { SyncClient } from '../incidents/sync-client';
import { SyncScheduler } from '../incidents/sync-scheduler';
import { XdrProvider } from '../incidents/xdr-provider';
import type { Desk } from '../ipc/context';
import type { Notifier } from '../notifications/notifier';
import type { SecretVault } from '../secrets/secret-vault';
import type { OpenStore } from '../store/store-client';
import { ExportDesk } from '../exports/export-desk';
import { ReportDesk } from '../exports/report/report-desk';
import { printReport } from '../window/report-printer';
import { OverviewDesk } from '../overview/overview-desk';
import { TenantImport } from '../tenants/files/tenant-import';
import { StateClock } from '../tenants/state-clock';
import { TenantDirectory } from '../tenants/tenant-directory';
import { TenantProfiles } from '../tenants/tenant-profiles';
import { coalesce } from './coalesce';
import { IncidentsChanged } from './incidents-changed';
import { computerUser } from './computer-user';
import { openBackgroundCheck } from './open-background-check';
import { openConsent } from './open-consent';
import { openHunting } from './open-hunting';
import { later } from './later';
import { openNotifications } from './open-notifications';
import type { OpenProfileParts } from './open-profile-parts';
import { openWrites } from './open-writes';
import { firstCloudOf, type ProfileDefinition } from './profiles';

interface DeskParts {
  definition: ProfileDefinition;
  vault: SecretVault;
  opened: OpenStore;
  parts: OpenProfileParts;
  fetch: FetchPort;
  resolveProxy(url: string): Promise<string>;
  proxyStanding(resolved: string): Promise<ProxyStanding>;
}

/** Lists on screen are asked for again at most this often while a read runs. */
const REDRAW_MS = 500;
/** The processes that read, and that reach the keychain, are started so long after the profile was opened. */
const WARM_UP_MS = 1_500;

/** Puts the rooms of a profile together: registration and tokens, tenants, incidents. */
export async function openDesk({
  definition,
  vault,
  opened,
  parts,
  fetch,
  resolveProxy,
  proxyStanding,
}: DeskParts): Promise<{ desk: Desk; close(): Promise<void> }> {
  const now = () => Date.now();
  const { store } = opened;
  const tenantsChanged = coalesce(() => parts.tell('tenants.changed', null), REDRAW_MS);
  const incidentsChanged = new IncidentsChanged((tenantIds) => parts.tell('incidents.changed', { tenantIds }), REDRAW_MS);

  const stateClock = new StateClock(now, () => {
    tenantsChanged.soon();
    incidentsChanged.of(null);
  });

  const consentLog = new ConsentLog({ store, now, onChange: (tenantId) => parts.tell('consent.changed', { tenantId }) });
  let warmUp: ReturnType<typeof later> | null = null;
  const apps = new PartnerApps({
    store,
    vault,
    clouds: definition.clouds,
    fetch,
    now,
    onChange: () => {
      parts.tell('status.changed', null);
      tenantsChanged.soon();
      warmUp?.soon();
    },
    onToken: (tenantId, appId, resource, answer) => {
      // What an app does not ask for is not missing from its consent.
      if (!apps.connection(appId)?.app.purpose.surfaces.includes(resource)) return;
      void consentLog
        .noteToken(tenantId, appId, answer)
        .catch((error: unknown) => parts.log.error('a token was not noted in its history', { error }));
    },
  });

  const schedule = new ScheduleKeeper({
    store,
    log: parts.log,
    now,
    onChange: () => {
      scheduler.start();
      parts.tell('status.changed', null);
      tenantsChanged.soon();
    },
  });
  await Promise.all([apps.load(), schedule.load()]);

  let notifications: Notifier | null = null;
  const sync = new SyncClient({
    start: readerStarter(() => opened.connect()),
    store,
    log: parts.log,
    apps,
    resolveProxy,
    proxyStanding,
    windowDays: async () => schedule.current.windowDays,
    graphFirst: () => tenants.graphFirst(),
    onProgress: (progress) => parts.tell('sync.progress', progress),
    onTenantChanged: (tenantId) => {
      tenantsChanged.soon();
      incidentsChanged.of(tenantId);
      notifications?.soon();
    },
    onWriteActivity: async (writeId, activity) => writes.noteActivity(writeId, activity),
  });
  const scheduler = new SyncScheduler({
    tenants: () => store.listTenants(),
    schedule: () => schedule.current,
    goodSince: (tenant) => tenants.goodSince(tenant),
    connected: () => apps.summaries().length > 0,
    read: (tenantIds) => sync.read(tenantIds, { interactive: false }),
    now,
    wait: waited,
    onFailure: (error) => parts.log.error('reading by itself broke off', { error }),
  });
  await sync.pause(schedule.current.pausedAt !== null);
  // Behind the window: what is on screen first needs no reading. After a credential was mended, so that its check may have ended.
  warmUp = later(() => {
    if (apps.summaries().length > 0) sync.warmUp();
    scheduler.wake();
  }, WARM_UP_MS);
  warmUp.soon();
  const lookForSecrets = later(
    () => apps.look().catch((error: unknown) => parts.log.error('secrets were not looked for', { error })),
    WARM_UP_MS,
  );
  lookForSecrets.soon();
  const newTenantApps = () => apps.oldest();
  const listChanged = () => {
    apps.linksChanged();
    tenantsChanged.soon();
  };
  const tenants = new TenantDirectory({
    store,
    now,
    refreshing: () => sync.refreshing(),
    credentialOf: (tenantId, over) => apps.credentialOf(tenantId, over),
    newTenantApps,
    preferredSurface: parts.preferredSurface,
    schedule: () => schedule.current,
    holdsUntil: (at) => stateClock.until(at),
    onChange: listChanged,
  });
  const incidents = new IncidentDesk({
    store,
    tenants,
    provider: (surface) => {
      const Provider = surface === 'graph' ? GraphProvider : XdrProvider;
      return new Provider({ environment: firstCloudOf(definition), fetch, now });
    },
    portalBase: async (tenantId) => (await apps.readerOf(tenantId, await tenants.surfaceOf(tenantId)))?.environment.portalBase ?? null,
    read: (tenantIds, how) => sync.read(tenantIds, how),
    cancel: (tenantId) => sync.cancel(tenantId),
    without: (tenantIds, remove) => sync.without(tenantIds, remove),
    now,
  });
  const audit = new AuditLog({
    store,
    now,
    user: computerUser,
    ownTenants: () => apps.summaries().map(({ homeTenantId }) => homeTenantId),
  });
  const { writes, stop: stopWrites } = openWrites({ store, audit, apps, sync, parts, onIncident: (id) => incidentsChanged.of(id) });
  const [notifier, consent] = await Promise.all([
    openNotifications({ store, tenants, parts }),
    openConsent({ store, log: consentLog, apps, tenants, incidents, parts }),
  ]);
  notifications = notifier;
  const backgroundCheck = openBackgroundCheck({ store, tenants, apps, parts });
  backgroundCheck.start();
  scheduler.start();
  const hunting = openHunting({
    profileId: definition.profile.id,
    parts,
    apps,
    resolveProxy,
    proxyStanding,
    store,
    notifications: notifier,
  });
  const overview = new OverviewDesk({ store, tenants, schedule: () => schedule.current, now });
  const exports = new ExportDesk({ store, tenants, now, onProgress: (progress) => parts.tell('export.progress', progress) });
  const list = { store, now, newTenantApps, onChange: listChanged };
  const signIns = new AnalystSignIn({ fetch, now });
  const desk: Desk = {
    store,
    apps,
    tenants,
    profiles: new TenantProfiles(list),
    tenantImport: new TenantImport(list),
    incidents,
    ...hunting,
    writes,
    exports,
    overview,
    reports: new ReportDesk({ tenants, overview, incidents, exports, print: printReport }),
    schedule,
    notifications: notifier,
    pauseSync: (paused) => sync.pause(paused),
    quota: (tenantId) => sync.quota(tenantId),
    consent,
    keyVault: new KeyVaultDesk({ apps, fetch, now }),
    registration: new RegistrationDesk({ apps, store, clouds: definition.clouds, listener: () => consent.listener(), fetch, now }),
    signIns,
    tokens: new TokenInspector({ apps, store, clouds: definition.clouds, fetch, now }),
    audit,
    backgroundCheck,
  };
  const close = async () => {
    warmUp?.stop();
    lookForSecrets.stop();
    signIns.cancel();
    exports.cancel();
    backgroundCheck.stop();
    scheduler.stop();
    stopWrites();
    notifier.stop();
    await consent.close();
    stateClock.stop();
    tenantsChanged.stop();
    incidentsChanged.stop();
    await sync.close();
    hunting.huntingSchedule.stop();
    await hunting.hunting.close();
    await consentLog.flush();
  };
  return { desk, close };
}
