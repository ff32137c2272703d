import { z } from 'zod';
import { snippets } from '../snippets';
import { tokenFacts } from '../token-facts';
import { heldToken, inspectionAnswer, pastedToken, signatureCheck } from '../token-inspection';
import { call } from './call';

/** Calls about tokens and what is in them. */
export const tokensCalls = {
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
} as const;
