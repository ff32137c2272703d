import type { ImportPreview, ImportRefusal, ImportRow, RowFault, RowKind, TenantField } from '../../../contract/tenant-files';
import { MAX_IMPORT_ROWS } from '../../../contract/tenant-files';
import { MAX_TAGS } from '../../../contract/tenant-profile';
import type { PillTone } from '../../ui/Pill';
import { counted } from '../common/incident-words';

/** Why a file is refused, and what to do. A reason without words does not compile. */
export function refusalSentence(why: ImportRefusal, at?: number): string {
  switch (why) {
    case 'tooLarge':
      return 'The file is larger than 64 MB. Split it, or leave columns out.';
    case 'tooManyRows':
      return `The file has more than ${counted(MAX_IMPORT_ROWS)} rows. Split it.`;
    case 'unreadable':
      return 'The file could not be read. It may be open in another program, or you may lack the right to read it.';
    case 'notText':
      return 'This is not a text file. In a spreadsheet, save it as CSV.';
    case 'notJson':
      return 'It begins like JSON but is not valid JSON.';
    case 'unclosedQuote':
      return `The quotation mark that opens on line ${at} is never closed, so the rows after it cannot be told apart.`;
    case 'noTenantColumn':
      return 'No column of it holds tenant IDs or domains. Name one "Tenant ID".';
    case 'noRows':
      return 'There are no rows in it.';
    case 'packOfNewerVersion':
      return `This team pack was made by a newer Tenantry (format ${at}). Update Tenantry to import it.`;
    case 'packTampered':
      return 'The checksum of this team pack does not fit its content: it was damaged or changed after it was exported. Ask for a new export.';
    case 'packMalformed':
      return 'This team pack is not whole. Ask for a new export.';
  }
}

/** What would become of a row, and how it is marked. */
export function kindWords(kind: RowKind): { label: string; tone: PillTone } {
  switch (kind) {
    case 'new':
      return { label: 'New', tone: 'good' };
    case 'changed':
      return { label: 'Changed', tone: 'brand' };
    case 'same':
      return { label: 'Unchanged', tone: 'neutral' };
    case 'duplicate':
      return { label: 'Duplicate', tone: 'warning' };
    case 'invalid':
      return { label: 'Not usable', tone: 'bad' };
  }
}

const FIELD_NAMES: Record<TenantField, string> = {
  displayName: 'name',
  tenantId: 'tenant ID',
  domain: 'domain',
  group: 'group',
  tags: 'tags',
  owner: 'owner',
  contact: 'contact',
  notes: 'notes',
  colour: 'colour',
};

/** The rest of a row's line: what changes, or why not. */
export function rowDetail({ kind, changes = [], firstRow, fault, faultField }: ImportRow): string {
  if (kind === 'changed')
    return changes.map(({ field, from, to }) => `${FIELD_NAMES[field]}: ${from || '(empty)'} → ${to || '(empty)'}`).join(' · ');
  if (kind === 'duplicate') return `The same tenant as in row ${firstRow}, which counts`;
  return fault ? faultSentence(fault, faultField) : '';
}

function faultSentence(fault: RowFault, field: TenantField | undefined): string {
  const name = field ? FIELD_NAMES[field] : 'cell';
  switch (fault) {
    case 'noTenant':
      return 'No tenant ID, and no customer of the list has this domain';
    case 'badTenantId':
      return 'The tenant ID is not one';
    case 'badDomain':
      return 'The domain is not one';
    case 'noName':
      return 'Neither a name nor a domain to call it by';
    case 'tooLong':
      return `The ${name} is too long`;
    case 'badTags':
      return `More than ${MAX_TAGS} tags, or a tag of more than 40 characters`;
    case 'badColour':
      return 'There is no such colour';
    case 'textAfterQuote':
      return 'Text stands after a closing quotation mark';
    case 'tooManyCells':
      return 'More cells than there are columns';
    case 'notAnObject':
      return 'Not an object with a tenant in it';
    case 'notText':
      return `The ${name} is not text`;
  }
}

/** What to know of the file before its rows. */
export function previewNotes({ headerMissing, unknownColumns, consentMail }: ImportPreview): { title: string; text: string }[] {
  const notes: { title: string; text: string }[] = [];
  if (headerMissing) notes.push({ title: 'No column names', text: 'IDs, domains and names were told apart by what is in the columns.' });
  if (unknownColumns.length > 0) notes.push({ title: 'Not imported', text: `Tenantry has no field for ${unknownColumns.join(', ')}.` });
  if (consentMail === 'unusable')
    notes.push({
      title: 'The consent mail of this pack cannot be used',
      text: 'It has no place for the link, or is too long. Yours stays.',
    });
  return notes;
}

/** "Add 12 and change 3": what the button does. */
export function applyWords(added: number, changed: number, mail: boolean, views = false): string {
  const parts = [
    added > 0 ? `Add ${counted(added)}` : '',
    changed > 0 ? `change ${counted(changed)}` : '',
    mail ? 'replace the mail' : '',
    views ? 'add the views' : '',
  ];
  const words = parts.filter((part) => part !== '').join(' and ');
  return words === '' ? 'Nothing to import' : words.charAt(0).toUpperCase() + words.slice(1);
}
