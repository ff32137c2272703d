import { z } from 'zod';
import { consentHistory, consentLinkKind, consentLinks, consentMail, consentVerdict, mailLanguage } from '../consent';
import { tenantId } from '../ids';
import { call } from './call';
import { nothing, oneApp, tenantAndApp } from './inputs';

/** Calls about consent links and what became of them. */
export const consentCalls = {
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
} as const;
