import type { TokenEntry, TokenFault } from '../../../contract/token-inspection';

/** Tokens of Microsoft's APIs are a few KB; with hundreds of groups some 20. */
const MAX_LENGTH = 64 * 1024;
/** Length of a signature by algorithm (bytes), where the algorithm fixes it or the key is Entra's usual one of 2,048 bits. */
const SIGNATURE_BYTES: Readonly<Record<string, number>> = {
  RS256: 256,
  RS384: 256,
  RS512: 256,
  PS256: 256,
  PS384: 256,
  PS512: 256,
  ES256: 64,
};

/** A JSON object, as base64url begins it: a brace, and a quotation mark, blank or line break after it. */
const BEGINNING = /^e[wy]/;
const BASE64URL = /^[\w-]*$/;

export interface DecodedToken {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  /** `cutOff`: shorter than its algorithm makes it. */
  signature: 'whole' | 'cutOff' | 'absent';
}

export type DecodeAnswer = { ok: true; token: DecodedToken } | { ok: false; fault: TokenFault };

/**
 * The token in a pasted text: without "Authorization: Bearer", quotes and line breaks around or inside it, and out of a token endpoint's whole answer.
 */
export function tokenIn(text: string): string {
  const answer = objectOf(text);
  const token = typeof answer?.['access_token'] === 'string' ? answer['access_token'] : text;
  return token
    .trim()
    .replace(/^["']|["',;]+$/g, '')
    .replace(/^(?:authorization\s*:\s*)?bearer\s+/i, '')
    .replace(/\s+/g, '');
}

/** Takes a token apart, checking nothing it says (RFC 7515, section 3.1; RFC 7516 for encrypted ones). Never throws. */
export function decodeToken(token: string): DecodeAnswer {
  if (token === '') return fault('empty');
  if (token.length > MAX_LENGTH) return fault('tooLong');
  const parts = token.split('.');
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 5) return fault('encrypted', undefined, objectOf(textOf(first) ?? '') ?? {});
  if (!BEGINNING.test(first) || parts.length > 3) return fault('opaque');
  if (parts.length < 2) return fault('truncated', 'header');

  const header = textOf(first);
  if (header === null) return fault('notBase64', 'header');
  const headerFields = objectOf(header);
  if (!headerFields) return fault('notJson', 'header');
  const claims = parts.length === 2 ? (textOf(second) ?? '') : textOf(second);
  if (claims === null) return fault('notBase64', 'claims', headerFields);
  const claimFields = objectOf(claims);
  // Without a third part, what does not end well was cut off rather than broken.
  if (!claimFields) return fault(parts.length === 2 ? 'truncated' : 'notJson', 'claims', headerFields);
  if (!BASE64URL.test(third)) return fault('notBase64', 'signature', headerFields);
  return { ok: true, token: { header: headerFields, claims: claimFields, signature: signatureState(third, headerFields['alg']) } };
}

/** Names and values as they can be shown: all of them, in their order. */
export function entriesOf(fields: Record<string, unknown>): TokenEntry[] {
  return Object.entries(fields).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    ...(MOMENTS.has(name) ? { at: instantOf(value) } : {}),
  }));
}

const MOMENTS: ReadonlySet<string> = new Set(['iat', 'nbf', 'exp', 'auth_time', 'xms_tcdt', 'pwd_exp']);

/** Seconds since 1970 as milliseconds; undefined for what no date can hold. */
export function instantOf(value: unknown): number | undefined {
  const seconds = typeof value === 'number' || (typeof value === 'string' && value !== '') ? Number(value) : Number.NaN;
  return seconds >= 1 && seconds <= 8.64e12 ? Math.round(seconds * 1000) : undefined;
}

function fault(code: TokenFault['code'], part?: TokenFault['part'], header: Record<string, unknown> = {}): DecodeAnswer {
  return { ok: false, fault: { code, part, header: entriesOf(header) } };
}

function signatureState(part: string, algorithm: unknown): DecodedToken['signature'] {
  if (part === '') return 'absent';
  const length = bytesOf(part)?.byteLength ?? 0;
  const whole = typeof algorithm === 'string' ? SIGNATURE_BYTES[algorithm] : undefined;
  return length === 0 || (whole !== undefined && length < whole) ? 'cutOff' : 'whole';
}

/** Null when it is not base64url (RFC 4648, section 5, without padding): Node's decoder would pass over what it does not know. */
function bytesOf(part: string): Buffer | null {
  return BASE64URL.test(part) && part.length % 4 !== 1 ? Buffer.from(part, 'base64url') : null;
}

function textOf(part: string): string | null {
  const bytes = bytesOf(part);
  return bytes && bytes.toString('utf8');
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
