import type { AppStatus, BackgroundCheckHours } from '../../contract/app-status';
import type { ConsentMail } from '../../contract/consent';
import type { LanguageChoice, ThemeChoice } from '../../contract/display';
import type { Surface } from '../../contract/permissions';
import type { TenantId } from '../../contract/ids';
import type { QuotaUse } from '../../contract/sync-schedule';
import type { ImportFormat } from '../../contract/tenant-files';
import type { AuditLog } from '../audit/audit-log';
import type { ProxyUse } from '../../contract/proxy';
import type { ProxySignIn } from '../cloud/proxy/proxy-sign-in';
import type { ExportDesk } from '../exports/export-desk';
import type { ReportDesk } from '../exports/report/report-desk';
import type { BackgroundCheck } from '../identity/background-check';
import type { CertificateFile } from '../identity/credentials/certificate-file';
import type { ConsentDesk } from '../identity/consent-desk';
import type { TokenInspector } from '../identity/inspection/token-inspector';
import type { KeyVaultDesk } from '../identity/key-vault/key-vault-desk';
import type { AnalystSignIn } from '../identity/sign-in/analyst-sign-in';
import type { PartnerApps } from '../identity/partner-apps';
import type { RegistrationDesk } from '../identity/registration/registration-desk';
import type { SecretLost } from '../identity/take-secret';
import type { HuntingClient } from '../hunting/hunting-client';
import type { HuntingScheduler } from '../hunting/hunting-scheduler';
import type { HuntingShelf } from '../hunting/hunting-shelf';
import type { IncidentDesk } from '../incidents/incident-desk';
import type { ScheduleKeeper } from '../incidents/schedule-keeper';
import type { WriteDesk } from '../incidents/writing/write-desk';
import type { OverviewDesk } from '../overview/overview-desk';
import type { Notifier } from '../notifications/notifier';
import type { StorePort } from '../store/store-port';
import type { TenantImport } from '../tenants/files/tenant-import';
import type { TenantDirectory } from '../tenants/tenant-directory';
import type { TenantProfiles } from '../tenants/tenant-profiles';
import type { PromptPurpose } from '../window/secret-window';
import type { Failure } from './outcome';
import type { TakeSecret } from './secret-prompt-door';

/** The rooms of an open profile that calls work with. */
export interface Desk {
  store: StorePort;
  apps: PartnerApps;
  consent: ConsentDesk;
  backgroundCheck: BackgroundCheck;
  tenants: TenantDirectory;
  profiles: TenantProfiles;
  tenantImport: TenantImport;
  incidents: IncidentDesk;
  hunting: HuntingClient;
  writes: WriteDesk;
  overview: OverviewDesk;
  exports: ExportDesk;
  huntingShelf: HuntingShelf;
  huntingSchedule: HuntingScheduler;
  reports: ReportDesk;
  keyVault: KeyVaultDesk;
  schedule: ScheduleKeeper;
  notifications: Notifier;
  /** While paused no page is asked for. */
  pauseSync(paused: boolean): Promise<void>;
  /** What was counted of a tenant's calls. */
  quota(tenantId: TenantId): Promise<QuotaUse[]>;
  registration: RegistrationDesk;
  tokens: TokenInspector;
  audit: AuditLog;
  signIns: AnalystSignIn;
}

/** A file to be written where the user says. */
export interface FileWish {
  /** Title of the dialog. */
  title: string;
  /** Proposed file name. */
  name: string;
  /** The format in words, and its extension without the dot. */
  format: string;
  extension: string;
}

export interface TextFile extends FileWish {
  text: string;
}

export type SaveAnswer = { path: string } | 'cancelled' | { refused: string };

/** Dialogs about files, over the window. Null: called off. */
export interface FileDialogs {
  /** Asks for a file of tenants to read. */
  tenantFile(): Promise<string | null>;
  /** Asks for a file of hunting queries to read. */
  queryFile(): Promise<string | null>;
  /** Asks for the files of a certificate with its key, and reads them. */
  certificateFiles(): Promise<CertificateFile[] | null>;
  /** Asks for the path of a file of tenants to write. */
  whereToSaveTenants(format: ImportFormat): Promise<string | null>;
  /** Asks for the path of a file of incidents to write. */
  whereToSaveIncidents(name: string): Promise<string | null>;
  /** Asks for the path of a file to write. */
  whereToSave(wish: FileWish): Promise<string | null>;
  /** Asks for a folder to write files to. */
  folder(title: string): Promise<string | null>;
  /** Asks where to save a text; says why it was not saved. */
  saveText(file: TextFile): Promise<SaveAnswer>;
}

export interface ClipboardPort {
  copyText(text: string): Promise<void>;
  /** The same, with HTML for programs that take it. */
  copyRich(content: { text: string; html?: string }): Promise<void>;
  /** Copies a secret and takes it off the clipboard after a minute. False: the clipboard did not take it. */
  copySecret(secret: string): Promise<boolean>;
}

/** Choices of this computer that are no secret and belong to no tenant. */
export interface ChoicesPort {
  setTheme(theme: ThemeChoice): Promise<void>;
  /** From then on main and the page speak it. */
  setLanguage(language: LanguageChoice): Promise<void>;
  setTimeZone(timeZone: string): Promise<void>;
  /** The surface customers are read over first where nothing else is said of one. */
  setPreferredSurface(surface: Surface): Promise<void>;
  /** How often every customer's token is asked for by itself; 0: never. */
  setBackgroundCheck(hours: BackgroundCheckHours): Promise<void>;
  consentMail(): ConsentMail;
  saveConsentMail(mail: ConsentMail): Promise<void>;
}

/** What main/app lends the handlers. The profile can change while the app runs, so everything is asked for at each call. */
export interface IpcContext {
  readonly dialogs: FileDialogs;
  readonly clipboard: ClipboardPort;
  readonly choices: ChoicesPort;
  /** Settles when no change of profile is under way. */
  ready(): Promise<void>;
  /** Null while the store of the profile could not be opened. */
  desk(): Desk | null;
  status(): Promise<AppStatus>;
  openSandbox(): Promise<void>;
  leaveSandbox(): Promise<void>;
  /** Asks for a file; says why it was not opened. */
  openCloudFile(): Promise<'opened' | 'cancelled' | { refused: string }>;
  /** Opens the profile anew, keychain and store included. */
  retrySecrets(): Promise<void>;
  /** Renames a store that cannot be opened, and opens a new one. Null path: it stayed, with the reason where there is one. */
  moveStoreAside(): Promise<{ path: string | null; detail?: string }>;
  /** Tells the page that stored incidents and counts changed. */
  incidentsChanged(): void;
  /** Shows the secret window until `take` takes what is typed. False: closed without. */
  askForSecret(desk: Desk, purpose: PromptPurpose, take: TakeSecret): Promise<boolean>;
  /** Sign-ins at proxies; null while no profile is open. */
  proxies(): ProxySignIn | null;
  /** Asks the person to sign in at a proxy, in a window of its own. False: it was closed without. */
  askForProxySignIn(proxies: ProxySignIn, use: ProxyUse): Promise<boolean>;
  /** Notes that a typed secret was not kept. Never what was typed. */
  secretLost: SecretLost;
  openLink(url: string): Promise<void>;
  /** Opens the login service's page about an AADSTS number. */
  openErrorPage(aadsts: number): Promise<void>;
}

export const STORE_CLOSED: Failure<'storeClosed'> = { ok: false, code: 'storeClosed', message: 'The store of this profile is not open' };
export const NO_PARTNER_APP: Failure<'noPartnerApp'> = {
  ok: false,
  code: 'noPartnerApp',
  message: 'There is no such partner app in this profile',
};
export const NO_SUCH_TENANT: Failure<'notFound'> = { ok: false, code: 'notFound', message: 'This tenant is not in the list' };
