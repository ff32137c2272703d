import { z } from 'zod';
import { certificateImport, certificateMonths, credentialCheck, credentialId, credentialProof, keyVaultRead } from '../credential';
import { instant, tenantId } from '../ids';
import { appPurpose, partnerAppInput } from '../partner-app';
import { registrationPlan, registrationTexts, stepResult } from '../registration';
import { signedIn, signInWish } from '../sign-in';
import { call } from './call';
import { nothing, oneApp, oneCredential, named, someTenants, planText } from './inputs';

/** Calls about the partner app: registration, credentials, the analyst's own sign-in. */
export const partnerAppCalls = {
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

  /** Opens the sign-in page in the system browser; answers when somebody signed in there, or when that was called off. */
  'signIn.start': call(signInWish, z.null(), ['cancelled', 'noPartnerApp', 'problem', 'storeClosed']),
  'signIn.cancel': call(nothing, z.null()),
  /** Who is signed in, and what stands in the token; null: nobody. */
  'signIn.held': call(signInWish, signedIn.nullable(), ['storeClosed']),
  /** Forgets every token of an app's sign-ins. */
  'signIn.out': call(oneApp, z.null(), ['noPartnerApp', 'storeClosed']),
} as const;
