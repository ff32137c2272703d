const HIDDEN = '[hidden]';
const MAX_DEPTH = 8;

/** Names of fields whose value is never written, whatever it is. Compared without case, `-` and `_`. */
const SECRET_KEYS =
  /secret(?!storage)|password|passwd|passphrase|authorization|assertion|credential$|cookie|privatekey|apikey|^key$|rawkey|token(?!facts|endpoint|tenantid|type|wrong|version)/;

/** Texts that are secrets by their shape. The surrounding text stays readable. */
const SECRET_SHAPES: readonly RegExp[] = [
  // JSON Web Tokens: a base64url header that begins with {" and at least one more part (RFC 7519)
  /\beyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g,
  // Authorization header values (RFC 6750, RFC 7617)
  /\b(?:bearer|basic)\s+[\w\-.~+/]{8,}=*/gi,
  // client_secret=…, access_token=… and the like in forms and query strings
  /\b(?:client_secret|client_assertion|access_token|refresh_token|id_token|password|code)=[^&\s"']+/gi,
  // Client secrets as Entra makes them: 40 characters, the fourth to fifth of them a digit, Q and ~
  /[\w.~-]{3}\dQ~[\w.~-]{31,37}/g,
  // Keys written as hex or PEM
  /\b[0-9a-f]{64}\b/gi,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

/** A copy of anything with secrets hidden, by the name of the field and by the shape of the text. Errors become plain objects; cycles and bytes are named, not followed. */
export function redact(value: unknown): unknown {
  return redactValue(value, 0, new Set());
}

/** Hides secrets inside a text. */
export function redactText(text: string): string {
  return SECRET_SHAPES.reduce((shown, shape) => shown.replace(shape, HIDDEN), text);
}

function redactValue(value: unknown, depth: number, above: ReadonlySet<object>): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (above.has(value)) return '[circular]';
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  const within = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1, within));
  if (value instanceof Map) return redactFields([...value], depth, within);
  if (value instanceof Set) return [...value].map((item) => redactValue(item, depth + 1, within));
  if (value instanceof Error) return redactFields(errorFields(value), depth, within);
  return redactFields(Object.entries(value), depth, within);
}

function redactFields(
  entries: readonly (readonly [unknown, unknown])[],
  depth: number,
  above: ReadonlySet<object>,
): Record<string, unknown> {
  const fields = entries.map(([key, value]) => {
    const name = String(key);
    return [redactText(name), isSecretName(name) && holdsValue(value) ? HIDDEN : redactValue(value, depth + 1, above)];
  });
  return Object.fromEntries(fields) as Record<string, unknown>;
}

/** Own fields of an error come last: libraries hang the refused request, headers included, on their errors. */
function errorFields(error: Error): [string, unknown][] {
  const own = Object.entries(error).filter(([name]) => name !== 'name' && name !== 'message' && name !== 'stack');
  const cause: [string, unknown][] = error.cause === undefined || 'cause' in Object.fromEntries(own) ? [] : [['cause', error.cause]];
  return [['name', error.name], ['message', error.message], ['stack', error.stack], ...cause, ...own];
}

function isSecretName(name: string): boolean {
  return SECRET_KEYS.test(name.toLowerCase().replace(/[-_\s]/g, ''));
}

/** Whether there is a secret at all is a fact worth reading. */
function holdsValue(value: unknown): boolean {
  return value !== null && value !== undefined && typeof value !== 'boolean';
}
