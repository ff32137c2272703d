import { z } from 'zod';
import { audiencesOf, graphAccess } from './clouds';
import type { CloudEnvironment } from './environment';
import { slugOf } from './profile-id';
import { serviceUrlFault } from './service-url';

export { profileIdOf } from './profile-id';

/** A cloud file that cannot be used. The message is whole sentences for its author: what is wrong, where, what to do. */
export class CloudFileError extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'CloudFileError';
  }
}

const text = z.string({ error: 'must be text in quotes' }).trim().min(1, { error: 'must not be empty' });
const oneOrMore = z.union([text.transform((one) => [one]), z.array(text).min(1, { error: 'must name at least one value' })], {
  error: 'must be text, or a list of texts',
});

/** A base address: no query, no fragment, closing slashes dropped. */
const base = text.transform((value, context) => {
  const fault = serviceUrlFault(value);
  const extra = fault === null && /[?#]/.test(value) ? 'must not have a query (?) or a fragment (#)' : null;
  if (fault ?? extra) context.addIssue({ code: 'custom', message: fault ?? extra ?? '' });
  return value.replace(/\/+$/, '');
});
const address = text.superRefine((value, context) => {
  const fault = serviceUrlFault(value);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

const DEFAULT_SCOPE = /^\S+\/\.default$/;
const SCOPE_FORM = 'must be one resource followed by /.default, for example https://api.security.microsoft.com/.default';

const shape = {
  id: text.max(80).optional(),
  name: text.max(120).optional(),
  loginBase: base,
  apiBase: base,
  graphBase: base.optional(),
  portalBase: base.optional(),
  issuer: oneOrMore.optional(),
  scope: text.refine((value) => DEFAULT_SCOPE.test(value), { error: SCOPE_FORM }),
  audience: oneOrMore.optional(),
  graphScope: text.refine((value) => DEFAULT_SCOPE.test(value), { error: SCOPE_FORM }).optional(),
  redirectUri: address.optional(),
};
const definition = z.object(shape);
type Definition = z.infer<typeof definition>;

/** What an imitation of Graph is asked for where its file names nothing else. */
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

/** `login_base`, `LoginBase` and `loginBase` are one key. */
const plain = (key: string): string => key.replace(/[^a-z0-9]/gi, '').toLowerCase();
const KEYS = new Map(Object.keys(shape).map((key) => [plain(key), key]));
KEYS.set('issuers', 'issuer');
KEYS.set('audiences', 'audience');

/**
 * Reads a cloud definition: the file that points Tenantry at a cloud of someone else's making. See docs/cloud-files.md.
 * In: the file's text. Out: a cloud record. Keys that mean nothing to us, and those that are null, are passed over. Throws CloudFileError.
 */
export function parseCloudFile(fileText: string): CloudEnvironment {
  const raw = jsonOf(fileText);
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    throw new CloudFileError(['The cloud file must be one JSON object with loginBase, apiBase and scope in it.']);
  }
  const named: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const name = KEYS.get(plain(key));
    if (name && value !== null) named[name] = value;
  }
  const parsed = definition.safeParse(named);
  if (!parsed.success) throw new CloudFileError([...new Set(parsed.error.issues.map((issue) => sentence(issue, named)))]);
  return environmentOf(parsed.data);
}

function jsonOf(fileText: string): unknown {
  try {
    return JSON.parse(fileText.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof Error ? error.message : 'unreadable';
    throw new CloudFileError([`The cloud file is not valid JSON (${where}). Check for a missing comma or quote.`]);
  }
}

function sentence(issue: z.core.$ZodIssue, named: Record<string, unknown>): string {
  const field = String(issue.path[0] ?? '');
  if (field !== '' && !(field in named)) return `"${field}" is missing in the cloud file: add it.`;
  return `"${issue.path.join('.')}" in the cloud file ${issue.message}.`;
}

function environmentOf(file: Definition): CloudEnvironment {
  const host = new URL(file.loginBase).host;
  const placeholder = (issuer: string): string => issuer.replace(/\{(?:tenant_?id|tenant|tid)\}/gi, '{tenantid}');
  return {
    id: slugOf(file.id ?? file.name ?? host),
    name: file.name ?? file.id ?? host,
    kind: 'custom',
    loginBase: file.loginBase,
    apiBase: file.apiBase,
    // An imitation usually serves everything from one place.
    graphBase: file.graphBase ?? file.apiBase,
    portalBase: file.portalBase ?? null,
    issuers: (file.issuer ?? [`${file.loginBase}/{tenantid}/v2.0`, `${file.loginBase}/{tenantid}/`]).map(placeholder),
    resources: {
      xdr: { scope: file.scope, audiences: file.audience ?? audiencesOf(file.scope.replace(/\/\.default$/, '')) },
      graph: graphAccess((file.graphScope ?? GRAPH_SCOPE).replace(/\/\.default$/, '')),
    },
    vaultDomain: null,
    redirectUri: file.redirectUri ?? 'https://portal.azure.com',
    instanceNames: [],
  };
}
