import { z } from 'zod';
import { auditEntry, auditVerdict } from './audit';
import { appStatus, backgroundCheckHours } from './app-status';
import { consentChanged, consentHistory, consentLinkKind, consentLinks, consentMail, consentVerdict, mailLanguage } from './consent';
import { certificateImport, certificateMonths, credentialCheck, credentialId, credentialProof, keyVaultRead } from './credential';
import { incidentKey, instant, tenantId } from './ids';
import { filterChoices } from './incident-filter';
import { incidentDetail, incidentPage, incidentQuery } from './incident';
import { observable } from './observable';
import { appPurpose, partnerAppId, partnerAppInput } from './partner-app';
import { surface } from './permissions';
import { registrationPlan, registrationTextKind, registrationTexts, stepResult } from './registration';
import type { ErrorCode } from './result';
import { savedView, savedViews } from './saved-view';
import { sightings } from './sightings';
import { signedIn, signInWish } from './sign-in';
import { snippets } from './snippets';
import { keepDays, movedAside, storeFacts, tenantExportAnswer } from './store-care';
import { syncOutcome, syncProgress } from './sync';
import { pollMinutes, quotaUse, windowDays } from './sync-schedule';
import { displayName, resolvedTenant, tenant } from './tenant';
import { exportAnswer, IMPORT_PAGE_ROWS, importAnswer, importFormat, importRow, MAX_IMPORT_ROWS, rowKind } from './tenant-files';
import { groupName, tenantEdit, tenantProfile } from './tenant-profile';
import { tokenFacts } from './token-facts';
import { heldToken, inspectionAnswer, pastedToken, signatureCheck } from './token-inspection';

const nothing = z.undefined();
const oneTenant = z.object({ tenantId });
const oneApp = z.object({ appId: partnerAppId });
const oneCredential = oneApp.extend({ credentialId });
const named = z.object({ credentialId });
/** A tenant and the partner app it is about: what one app may do there says nothing of another. */
const tenantAndApp = z.object({ tenantId, appId: partnerAppId });
const someTenants = z.array(tenantId).min(1).max(MAX_IMPORT_ROWS);
const oneImport = z.object({ importId: z.string().max(60) });
const newTenant = z.object({ tenantId, displayName, domain: z.string().max(253).optional() });
const planText = z.object({ plan: registrationPlan, kind: registrationTextKind });
/** Apps that new tenants are linked to; absent: all apps there are. */
const forApps = z.array(partnerAppId).max(100).optional();

function call<const I extends z.ZodType, const O extends z.ZodType, const E extends ErrorCode = never>(
  input: I,
  output: O,
  errors: readonly E[] = [],
) {
  return { input, output, errors };
}

/**
 * Every call the page can make, declared once. Main's handlers, preload's functions, the page's client
 * and the tests are types derived from this value: a missing or extra handler does not compile.
 */
export const calls = {
  'app.status': call(nothing, appStatus),
  'app.setTheme': call(z.object({ theme: z.enum(['system', 'light', 'dark']) }), z.null()),
  'app.setBackgroundCheck': call(z.object({ hours: backgroundCheckHours }), z.null()),
  /** The surface customers are read over first where nothing else is said of one. */
  'app.setPreferredSurface': call(z.object({ surface }), z.null()),
  /** Opens the login service's own page about an AADSTS number in the system browser. */
  'app.openErrorPage': call(z.object({ aadsts: z.number().int().positive() }), z.null()),
  /** Switches to the imitated Microsoft cloud inside the app. */
  'profile.openSandbox': call(nothing, z.null(), ['problem']),
  /** Back to the profile Tenantry was started with. */
  'profile.leaveSandbox': call(nothing, z.null()),
  /** Asks for a cloud definition file and opens the profile that belongs to it. */
  'profile.openCloudFile': call(nothing, z.null(), ['cancelled', 'badInput']),
  /** Tries the keychain again, after it was locked or absent. */
  'secrets.retry': call(nothing, z.null()),

  /** Saves a registration, new or changed; answers with its ID. The secret is asked for by a window of its own and never comes through here. */
  'partnerApp.save': call(partnerAppInput, oneApp, ['notFound', 'alreadyExists', 'storeClosed']),
  /** What the app is for, and so what permissions it needs. */
  'partnerApp.setPurpose': call(oneApp.extend({ purpose: appPurpose }), z.null(), ['noPartnerApp', 'storeClosed']),
  /** Asks Entra for a token of the partner's own tenant, with the credential in use. */
  'partnerApp.check': call(oneApp, credentialCheck, ['noPartnerApp', 'storeClosed']),
  /** Removes registration and credentials. Tenants and incidents stay. */
  'partnerApp.remove': call(oneApp, z.null(), ['storeClosed']),
  /** Links tenants to an app, or takes the links away. */
  'partnerApp.link': call(oneApp.extend({ tenantIds: someTenants, linked: z.boolean() }), z.null(), ['noPartnerApp', 'storeClosed']),

  /**
   * Opens the secret window; answers when it is closed. `replacing`: the secret it takes the place of; null: it comes beside those there are, and is in use
   * at once only where no other is.
   */
  'credential.enterSecret': call(oneApp.extend({ replacing: credentialId.nullable() }), named, [
    'cancelled',
    'noPartnerApp',
    'problem',
    'storeClosed',
  ]),
  /** Asks for files with a certificate and its key, and for their password in the secret window. Neither comes through here. */
  'credential.importCertificate': call(oneApp, certificateImport, ['cancelled', 'noPartnerApp', 'problem', 'storeClosed']),
  /** Makes a key pair and a certificate. The private key goes to the keychain and never leaves it. */
  'credential.makeCertificate': call(oneApp.extend({ months: certificateMonths }), named, ['noPartnerApp', 'problem', 'storeClosed']),
  /**
   * Reads a credential from Azure Key Vault with the analyst's own sign-in in the browser, and keeps where it is; its value stays in memory. `of`: one that
   * is known already, to be read in this session or anew.
   */
  'credential.readKeyVault': call(
    oneApp.extend({ of: z.union([z.object({ identifier: z.string().max(500) }), z.object({ credentialId })]) }),
    keyVaultRead,
    ['notFound', 'noPartnerApp', 'problem', 'storeClosed'],
  ),
  /** Saves the public part of a certificate where the user says, to be uploaded to the registration. */
  'credential.exportCertificate': call(oneCredential, z.object({ path: z.string() }), [
    'cancelled',
    'notSaved',
    'notFound',
    'noPartnerApp',
    'problem',
    'storeClosed',
  ]),
  /** Notes when a client secret ends; null: not known. */
  'credential.setExpiry': call(oneCredential.extend({ expiresAt: instant.nullable() }), z.null(), [
    'notFound',
    'noPartnerApp',
    'problem',
    'storeClosed',
  ]),
  /** Asks Entra for tokens with a credential, in use or not: of the own tenant and of one customer. They are looked at and dropped; nothing is switched. */
  'credential.prove': call(oneCredential.extend({ tenantId: tenantId.nullable() }), credentialProof, [
    'notFound',
    'noPartnerApp',
    'problem',
    'storeClosed',
  ]),
  /** Switches to a credential whose proof, a short while ago, was good. The one before stays until it is removed. */
  'credential.use': call(oneCredential, z.null(), ['notFound', 'notProven', 'noPartnerApp', 'problem', 'storeClosed']),
  /** Takes a credential off this computer. The registration in Entra ID is not touched. */
  'credential.remove': call(oneCredential, z.null(), ['noPartnerApp', 'problem', 'storeClosed']),

  /** How an app is to be registered, as texts. Also before there is an app. */
  'registration.texts': call(registrationPlan, registrationTexts, ['notFound', 'storeClosed']),
  'registration.copy': call(planText, z.null(), ['notFound', 'storeClosed']),
  /** Saves one of the texts where the user says. */
  'registration.save': call(planText, z.object({ path: z.string() }), ['cancelled', 'notSaved', 'notFound', 'storeClosed']),
  /** Asks Entra how an app is registered. Changes nothing there. */
  'registration.check': call(oneApp, z.array(stepResult), ['noPartnerApp', 'storeClosed']),

  'tenants.list': call(nothing, z.array(tenant), ['storeClosed']),
  'tenants.resolve': call(z.object({ query: z.string().max(500), appId: partnerAppId.optional() }), resolvedTenant, [
    'noPartnerApp',
    'problem',
  ]),
  'tenants.add': call(newTenant.extend({ appIds: forApps }), tenant, ['alreadyExists', 'storeClosed']),
  'tenants.rename': call(z.object({ tenantId, displayName }), tenant, ['notFound', 'storeClosed']),
  /** Removes the profile and everything stored of this tenant. */
  'tenants.remove': call(oneTenant, z.null(), ['notFound', 'storeClosed']),
  'tenants.saveProfile': call(z.object({ tenantId, profile: tenantProfile }), tenant, ['notFound', 'storeClosed']),

  /** Adds several at once, all or none; those in the list already are left as they are. */
  'tenants.addSeveral': call(z.array(newTenant).min(1).max(5_000), z.object({ added: z.number().int(), already: z.number().int() }), [
    'storeClosed',
  ]),
  /** Does one thing to several, all or none. */
  'tenants.editSeveral': call(z.object({ tenantIds: someTenants, edit: tenantEdit }), z.object({ changed: z.number().int() }), [
    'storeClosed',
  ]),
  /** Removes several profiles and everything stored of them, all or none. */
  'tenants.removeSeveral': call(z.object({ tenantIds: someTenants }), z.object({ removed: z.number().int() }), ['storeClosed']),

  /** Asks for a CSV, JSON or team-pack file and says what importing it would do. The file stays in main; nothing is written yet. */
  'tenants.chooseImport': call(nothing, importAnswer, ['cancelled', 'storeClosed']),
  /** Some of its rows, in the order of the file; null: of every kind. */
  'tenants.importRows': call(
    oneImport.extend({
      kind: rowKind.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(IMPORT_PAGE_ROWS),
    }),
    z.array(importRow),
    ['notFound', 'storeClosed'],
  ),
  /** Writes the chosen kinds of rows, all or none, and takes over the pack's consent mail. */
  'tenants.applyImport': call(
    oneImport.extend({ add: z.boolean(), change: z.boolean(), views: z.boolean(), consentMail: z.boolean() }),
    z.object({ added: z.number().int(), changed: z.number().int() }),
    ['notFound', 'storeClosed'],
  ),
  'tenants.dropImport': call(oneImport, z.null()),
  /** Asks where to save, and writes tenants (null: all) there. Never anything secret. */
  'tenants.export': call(z.object({ format: importFormat, tenantIds: someTenants.nullable() }), exportAnswer, ['cancelled', 'storeClosed']),

  'consent.links': call(tenantAndApp, consentLinks, ['notFound', 'noPartnerApp', 'storeClosed']),
  'consent.copy': call(tenantAndApp.extend({ kind: consentLinkKind }), z.object({ copied: z.string() }), [
    'notFound',
    'noPartnerApp',
    'storeClosed',
  ]),
  /** Opens the link in the system browser. */
  'consent.open': call(tenantAndApp.extend({ kind: consentLinkKind }), z.null(), ['notFound', 'noPartnerApp', 'storeClosed']),
  /** Copies the mail text with the tenant's own link in it. */
  'consent.copyMail': call(tenantAndApp.extend({ language: mailLanguage }), z.object({ copied: z.string() }), [
    'notFound',
    'noPartnerApp',
    'storeClosed',
  ]),
  /** Notes that the link went out, by whatever way. */
  'consent.markSent': call(tenantAndApp, z.null(), ['notFound', 'storeClosed']),
  /** What happened so far, and whether a token is being asked for. */
  'consent.history': call(tenantAndApp, consentHistory, ['storeClosed']),
  /** Takes the address a browser ended on after the administrator's answer. */
  'consent.takeAddress': call(z.object({ tenantId, address: z.string().max(8192) }), consentVerdict, [
    'notFound',
    'noPartnerApp',
    'storeClosed',
  ]),
  /** Asks for a token now and, while Entra does not know the consent yet, again after growing waits. Answers at once. */
  'consent.probe': call(tenantAndApp, z.null(), ['notFound', 'noPartnerApp', 'storeClosed']),
  'consent.cancelProbe': call(tenantAndApp, z.null(), ['storeClosed']),
  /** Saves the links of these tenants as CSV, where the user says. */
  'consent.exportLinks': call(
    oneApp.extend({ tenantIds: z.array(tenantId).min(1).max(20_000) }),
    z.object({ count: z.number().int(), path: z.string() }),
    ['cancelled', 'notSaved', 'noPartnerApp', 'storeClosed'],
  ),
  'consent.mail': call(nothing, consentMail),
  'consent.saveMail': call(consentMail, z.null()),

  /** Gets a token (cached, or a new one with `fresh`) and says what is in it. */
  'tokens.acquire': call(heldToken.extend({ fresh: z.boolean() }), tokenFacts, ['notFound', 'noPartnerApp', 'problem', 'storeClosed']),
  /** Facts of the token held now, without asking for one. */
  'tokens.held': call(heldToken, tokenFacts.nullable()),
  /** What stands in the token held now, header and claims; null: none is held. */
  'tokens.inspect': call(heldToken, inspectionAnswer.nullable(), ['storeClosed']),
  /** The same of a token someone pasted in: read, answered, forgotten. */
  'tokens.inspectPasted': call(pastedToken, inspectionAnswer, ['storeClosed']),
  /**
   * Puts the token held now on the clipboard, past the page, and takes it off after a minute. Noted in the audit trail first: what cannot be noted is
   * not copied.
   */
  'tokens.copy': call(heldToken, z.null(), ['notFound', 'noClipboard', 'storeClosed']),
  /** Programs that get such a token without Tenantry. */
  'tokens.snippets': call(heldToken, snippets, ['notFound', 'noPartnerApp', 'storeClosed']),
  /** Whether the tenant's published keys fit the signature. Only the keys are fetched; the token goes nowhere. */
  'tokens.checkSignature': call(z.union([heldToken, pastedToken]), signatureCheck, ['notFound', 'storeClosed']),

  /** Reads all pages of one tenant, or of all (null). Answers when done. */
  'incidents.sync': call(z.object({ tenantId: tenantId.nullable() }), z.array(syncOutcome), ['notFound', 'noPartnerApp', 'storeClosed']),
  /** Ends the read of one tenant, or of all (null). The next one goes on where it stopped. */
  'incidents.cancelSync': call(z.object({ tenantId: tenantId.nullable() }), z.null()),
  /** How often tenants of a group (null: of all others) are read by themselves. Null minutes: as the others. */
  'sync.setPace': call(z.object({ group: groupName.min(1).nullable(), minutes: pollMinutes.nullable() }), z.null(), ['storeClosed']),
  /** How far a first read goes back. */
  'sync.setWindow': call(z.object({ days: windowDays }), z.null(), ['storeClosed']),
  /** Pauses the reading of one tenant, or (null) all reading, or goes on. Kept over restarts. */
  'sync.pause': call(z.object({ tenantId: tenantId.nullable(), paused: z.boolean() }), z.null(), ['notFound', 'storeClosed']),
  /** What was counted of a tenant's calls since Tenantry was started. */
  'sync.quota': call(oneTenant, z.array(quotaUse), ['storeClosed']),
  'incidents.list': call(incidentQuery, incidentPage, ['storeClosed']),
  /** What the list can be narrowed down to. */
  'incidents.choices': call(nothing, filterChoices, ['storeClosed']),
  /** Notes that an incident was looked at, or (null) that all there are were: nothing of them is marked as news any more. */
  'incidents.look': call(z.object({ incident: incidentKey.nullable() }), z.null(), ['storeClosed']),
  'incidents.get': call(incidentKey, incidentDetail, ['notFound', 'storeClosed']),
  /** The incident as Microsoft sent it, as indented JSON text. */
  'incidents.raw': call(incidentKey, z.string(), ['notFound', 'storeClosed']),
  /** Where these values were seen, over all tenants, from what is stored: one answer per value, in their order. */
  'incidents.seenIn': call(z.object({ observables: z.array(observable).min(1).max(20) }), z.array(sightings), ['storeClosed']),
  /** Opens the incident in the Defender portal of its tenant. */
  'incidents.openPortal': call(incidentKey, z.null(), ['notFound', 'storeClosed']),

  /** Opens the sign-in page in the system browser; answers when somebody signed in there, or when that was called off. */
  'signIn.start': call(signInWish, z.null(), ['cancelled', 'noPartnerApp', 'problem', 'storeClosed']),
  'signIn.cancel': call(nothing, z.null()),
  /** Who is signed in, and what stands in the token; null: nobody. */
  'signIn.held': call(signInWish, signedIn.nullable(), ['storeClosed']),
  /** Forgets every token of an app's sign-ins. */
  'signIn.out': call(oneApp, z.null(), ['noPartnerApp', 'storeClosed']),

  /** Lines of the audit trail before a number (null: the newest), newest first. */
  'audit.list': call(z.object({ before: z.number().int().nullable() }), z.array(auditEntry), ['storeClosed']),
  /** Recomputes every hash of the trail. */
  'audit.verify': call(nothing, auditVerdict, ['storeClosed']),
  /** Asks where to, and writes the trail as JSON Lines. */
  'audit.export': call(nothing, z.object({ path: z.string() }), ['cancelled', 'notSaved', 'storeClosed']),

  /** Saved views of the queue. */
  'views.list': call(nothing, savedViews, ['storeClosed']),
  /** Keeps a view, in place of one of the same name. Answers with all. */
  'views.save': call(savedView, savedViews, ['badInput', 'storeClosed']),
  'views.remove': call(z.object({ name: z.string().max(80) }), savedViews, ['storeClosed']),

  /** How much is stored, of whom, and for how long. */
  'store.facts': call(nothing, storeFacts, ['storeClosed']),
  /** How long incidents are kept: by default (null tenant; null days: without an end), or of one tenant (null days: as the default). */
  'store.setKeepDays': call(z.object({ tenantId: tenantId.nullable(), keepDays: keepDays.nullable() }), z.null(), [
    'notFound',
    'storeClosed',
  ]),
  /** Removes what was read of a tenant; its entry stays. */
  'store.clearTenant': call(oneTenant, z.object({ incidents: z.number().int() }), ['notFound', 'storeClosed']),
  /** Asks where to, and writes a tenant's incidents as JSON Lines. */
  'store.exportTenant': call(oneTenant, tenantExportAnswer, ['cancelled', 'notFound', 'storeClosed']),
  /** Renames a store that cannot be opened and begins a new one. Does nothing to one that is open, in use or of a later version. */
  'store.moveAside': call(nothing, movedAside),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = z.infer<Calls[N]['input']>;
export type Output<N extends CallName> = z.infer<Calls[N]['output']>;
/** Codes a call may answer with, besides `internal` and `badInput`. */
export type ErrorOf<N extends CallName> = Calls[N]['errors'][number] | 'internal' | 'badInput';

/** What main tells the page unasked. The page answers by asking again for what it shows. */
export const events = {
  /** Profile, partner app, secret storage, global problem or theme changed. */
  'status.changed': z.null(),
  /** Tenants or their health changed. */
  'tenants.changed': z.null(),
  /** Stored incidents changed; null: of more than one tenant. */
  'incidents.changed': z.object({ tenantId: tenantId.nullable() }),
  'sync.progress': syncProgress,
  /** Something happened about a tenant's consent. */
  'consent.changed': consentChanged,
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.infer<Events[N]>;
