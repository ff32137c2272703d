import { z } from 'zod';
import { instant, tenantId } from './ids';
import { partnerAppId } from './partner-app';
import { feature, surface } from './permissions';
import { problem } from './problem';

/**
 * The links a customer's administrator can consent with. `adminV2`: bound to one tenant, ends at the registered address.
 * `adminV1`: its older form. `reporting`: as `adminV2`, but ends at Tenantry itself, for a browser on this computer. `seed`: the form of Microsoft's partner page.
 */
export const consentLinkKind = z.enum(['adminV2', 'adminV1', 'reporting', 'seed']);
export type ConsentLinkKind = z.infer<typeof consentLinkKind>;

/** Where consents given in a browser on this computer are listened for. */
export const consentListener = z.object({
  /** To be registered as a redirect URI of the app. */
  redirectUri: z.string(),
  /** The port asked for first; another one is used while a different program has it. */
  preferredPort: z.number().int(),
  port: z.number().int(),
});
export type ConsentListener = z.infer<typeof consentListener>;

export const consentLinks = z.object({
  seed: z.string(),
  adminV1: z.string(),
  adminV2: z.string(),
  /** Null while nothing can be listened to. */
  reporting: z.string().nullable(),
  /** Where the browser ends after the administrator's answer to `adminV2`. */
  redirectUri: z.string(),
  listener: consentListener.nullable(),
});

/** What happened between us and a customer about its consent, in the order of a good case. */
export const consentEventKind = z.enum([
  'linkMade',
  'opened',
  'sent',
  /** An answer said that consent was given. Not proven until `token`. */
  'granted',
  'declined',
  /** The answer names another tenant than the link was made for. */
  'mismatch',
  /** An answer that was not believed, because its link had expired or was answered before. */
  'ignored',
  /** A token of exactly this tenant came, with all that Tenantry needs. */
  'token',
  /** A token came with fewer roles than are needed, than were seen before, or than the registration asks for. */
  'drifted',
  /** Tokens worked, and now the app is no longer in the tenant. */
  'revoked',
]);
export type ConsentEventKind = z.infer<typeof consentEventKind>;

/** What is known of an event beyond its kind. Texts from outside are cut and shown as text. */
export const consentEventFacts = z.object({
  /** The partner app it is about. Absent: from before apps could be several. */
  appId: partnerAppId.optional(),
  link: consentLinkKind.optional(),
  /** The link left as part of a mail or of a list. */
  form: z.enum(['mail', 'list']).optional(),
  /** How the answer reached us. */
  via: z.enum(['listener', 'pasted']).optional(),
  /** OAuth's word and sentence, as they came. */
  error: z.string().optional(),
  detail: z.string().optional(),
  reason: z.enum(['expired', 'used']).optional(),
  /** As the answer named it; not believed. */
  namedTenant: z.string().optional(),
  /** The API the token is for. Absent: Defender XDR, from before there were two. */
  resource: surface.optional(),
  roles: z.array(z.string()).optional(),
  /** Needed for reading incidents and absent: any one of them would do. */
  missingRoles: z.array(z.string()).optional(),
  /** Seen in an earlier token and absent now. */
  lostRoles: z.array(z.string()).optional(),
  /** What the app is for and the customer has not granted: the registration asks for more than was consented to. */
  lacking: z.array(feature).optional(),
});
export type ConsentEventFacts = z.infer<typeof consentEventFacts>;

export const consentEvent = z.object({ kind: consentEventKind, at: instant, facts: consentEventFacts });
export type ConsentEvent = z.infer<typeof consentEvent>;

/** Asking for a token after a reported consent, until it works: Entra needs up to some minutes to know it everywhere. */
export const consentProbe = z.object({
  state: z.enum(['asking', 'waiting', 'works', 'stopped', 'gaveUp', 'cancelled']),
  attempts: z.number().int(),
  /** When it asks again; only while waiting. */
  nextAt: instant.optional(),
  /** What the last attempt ended with. */
  problem: problem.optional(),
});
export type ConsentProbe = z.infer<typeof consentProbe>;

export const consentHistory = z.object({
  /** Newest first. */
  events: z.array(consentEvent),
  /** Of the app asked about. Null: nobody asked since Tenantry was started. */
  probe: consentProbe.nullable(),
});
export type ConsentHistory = z.infer<typeof consentHistory>;

/** What an answer of the consent page was taken for. All but `granted`, `declined` and `mismatch` change nothing. */
export const consentVerdict = z.object({
  verdict: z.enum([
    'granted',
    'declined',
    'mismatch',
    'noAddress',
    'otherAddress',
    'noAnswer',
    'noState',
    'unknownState',
    'expiredState',
    'usedState',
    'otherTenant',
  ]),
  error: z.string().optional(),
  detail: z.string().optional(),
  /** With `otherTenant`: the one its link was made for. With `mismatch`: the one the answer names. */
  tenantId: z.string().optional(),
});
export type ConsentVerdict = z.infer<typeof consentVerdict>;

export const mailLanguage = z.enum(['en', 'sv']);
export type MailLanguage = z.infer<typeof mailLanguage>;

export const mailTemplate = z.object({ subject: z.string().trim().min(1).max(200), body: z.string().trim().min(1).max(8000) });
export type MailTemplate = z.infer<typeof mailTemplate>;

/** The words a consent link is sent with. Placeholders: `{customer}`, `{app}`, `{roles}`, `{link}`. */
export const consentMail = z.object({
  /** The app's name as the customer sees it on Microsoft's page. */
  appName: z.string().trim().max(120),
  templates: z.object({ en: mailTemplate, sv: mailTemplate }),
});
export type ConsentMail = z.infer<typeof consentMail>;

export const consentChanged = z.object({ tenantId });
