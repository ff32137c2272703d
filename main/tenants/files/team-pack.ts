import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ConsentMail, consentMail } from '../../../contract/consent';
import { type SavedView, savedView } from '../../../contract/saved-view';
import { RefusedFile } from './tenant-file';

const FORMAT = 'tenantry-team-pack';
/** Rises when an older Tenantry could no longer read what is in a pack. */
const VERSION = 1;

const marked = z.looseObject({ format: z.literal(FORMAT) });
const versioned = z.looseObject({ version: z.number().int().min(1) });
const sealed = z.looseObject({
  checksum: z.string(),
  content: z.looseObject({ tenants: z.array(z.unknown()), consentMail: z.unknown().optional(), views: z.array(z.unknown()).optional() }),
});

/** What a pack of this version carries. Nothing in it is secret. */
export interface PackContent {
  tenants: readonly object[];
  /** The words consent links are sent with. */
  consentMail: ConsentMail;
  /** Saved views of the queue. */
  views: readonly SavedView[];
}

/** Whether a JSON value says of itself that it is a team pack. */
export function isTeamPack(value: unknown): boolean {
  return marked.safeParse(value).success;
}

/**
 * What is in a pack. Throws RefusedFile: of a newer version, not whole, or with another checksum than its content has. The checksum
 * finds damage and edits by hand; it is no signature, and proves nothing about who made the pack.
 */
export function contentOfPack(value: unknown): { tenants: readonly unknown[]; consentMail?: ConsentMail | 'unusable'; views: SavedView[] } {
  const head = versioned.safeParse(value);
  if (!head.success) throw new RefusedFile('packMalformed');
  if (head.data.version > VERSION) throw new RefusedFile('packOfNewerVersion', head.data.version);
  const body = sealed.safeParse(value);
  if (!body.success) throw new RefusedFile('packMalformed');
  // As parsed, not as zod rebuilt it: the order of keys is part of what was summed.
  const { content } = value as { content: object };
  if (body.data.checksum !== checksumOf(JSON.stringify(content))) throw new RefusedFile('packTampered');
  const { tenants, consentMail: mail, views = [] } = body.data.content;
  return {
    tenants,
    ...(mail === undefined ? {} : { consentMail: usable(mail) }),
    // One of a later version's form is passed over.
    views: views.flatMap((view) => savedView.safeParse(view).data ?? []),
  };
}

/** A mail without a place for its link could not be sent. */
function usable(value: unknown): ConsentMail | 'unusable' {
  const mail = consentMail.safeParse(value);
  return mail.success && Object.values(mail.data.templates).every(({ body }) => body.includes('{link}')) ? mail.data : 'unusable';
}

/** A pack as the text of its file. The sum is over the content without blanks, so that a formatter does no harm. */
export function teamPackText(content: PackContent, madeAt: Date): string {
  const text = JSON.stringify(content);
  const head = { format: FORMAT, version: VERSION, madeAt: madeAt.toISOString(), checksum: checksumOf(text) };
  return `${JSON.stringify(head).slice(0, -1)},"content":${text}}\n`;
}

function checksumOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}
