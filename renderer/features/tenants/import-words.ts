import { i18n } from '@lingui/core';
import type { ImportPreview, ImportRefusal, ImportRow, RowFault, RowKind, TenantField } from '../../../contract/tenant-files';
import { MAX_IMPORT_ROWS } from '../../../contract/tenant-files';
import { MAX_TAGS } from '../../../contract/tenant-profile';
import type { PillTone } from '../../ui/Pill';

/** Why a file is refused, and what to do. A reason without words does not compile. */
export function refusalSentence(why: ImportRefusal, at?: number): string {
  switch (why) {
    case 'tooLarge':
      return i18n.t('The file is larger than 64 MB. Split it, or leave columns out.');
    case 'tooManyRows':
      return i18n.t('The file has more than {MAX_IMPORT_ROWS, number} rows. Split it.', { MAX_IMPORT_ROWS });
    case 'unreadable':
      return i18n.t('The file could not be read. It may be open in another program, or you may lack the right to read it.');
    case 'notText':
      return i18n.t('This is not a text file. In a spreadsheet, save it as CSV.');
    case 'notJson':
      return i18n.t('It begins like JSON but is not valid JSON.');
    case 'unclosedQuote':
      return i18n.t('The quotation mark that opens on line {at} is never closed, so the rows after it cannot be told apart.', { at });
    case 'noTenantColumn':
      return i18n.t('No column of it holds tenant IDs or domains. Name one "Tenant ID".');
    case 'noRows':
      return i18n.t('There are no rows in it.');
    case 'packOfNewerVersion':
      return i18n.t('This team pack was made by a newer Tenantry (format {at}). Update Tenantry to import it.', { at });
    case 'packTampered':
      return i18n.t(
        'The checksum of this team pack does not fit its content: it was damaged or changed after it was exported. Ask for a new export.',
      );
    case 'packMalformed':
      return i18n.t('This team pack is not whole. Ask for a new export.');
  }
}

/** What would become of a row, and how it is marked. */
export function kindWords(kind: RowKind): { label: string; tone: PillTone } {
  switch (kind) {
    case 'new':
      return { label: i18n.t('New'), tone: 'good' };
    case 'changed':
      return { label: i18n.t('Changed'), tone: 'brand' };
    case 'same':
      return { label: i18n.t('Unchanged'), tone: 'neutral' };
    case 'duplicate':
      return { label: i18n.t('Duplicate'), tone: 'warning' };
    case 'invalid':
      return { label: i18n.t('Not usable'), tone: 'bad' };
  }
}

const FIELD_NAMES: Record<TenantField, string> = {
  displayName: /*i18n*/ 'name',
  tenantId: /*i18n*/ 'tenant ID',
  domain: /*i18n*/ 'domain',
  group: /*i18n*/ 'group',
  tags: /*i18n*/ 'tags',
  owner: /*i18n*/ 'owner',
  contact: /*i18n*/ 'contact',
  notes: /*i18n*/ 'notes',
  colour: /*i18n*/ 'colour',
  surface: /*i18n*/ 'read first through',
};

/** The rest of a row's line: what changes, or why not. */
export function rowDetail({ kind, changes = [], firstRow, fault, faultField }: ImportRow): string {
  if (kind === 'changed')
    return changes
      .map(({ field, from, to }) => `${i18n.t(FIELD_NAMES[field])}: ${from || i18n.t('(empty)')} → ${to || i18n.t('(empty)')}`)
      .join(' · ');
  if (kind === 'duplicate') return i18n.t('The same tenant as in row {firstRow}, which counts', { firstRow });
  return fault ? faultSentence(fault, faultField) : '';
}

function faultSentence(fault: RowFault, field: TenantField | undefined): string {
  const name = field ? i18n.t(FIELD_NAMES[field]) : i18n.t('cell');
  switch (fault) {
    case 'noTenant':
      return i18n.t('No tenant ID, and no customer of the list has this domain');
    case 'badTenantId':
      return i18n.t('The tenant ID is not one');
    case 'badDomain':
      return i18n.t('The domain is not one');
    case 'noName':
      return i18n.t('Neither a name nor a domain to call it by');
    case 'tooLong':
      return i18n.t('The {name} is too long', { name });
    case 'badTags':
      return i18n.t('More than {MAX_TAGS} tags, or a tag of more than 40 characters', { MAX_TAGS });
    case 'badColour':
      return i18n.t('There is no such colour');
    case 'badSurface':
      return i18n.t('It is neither xdr nor graph');
    case 'textAfterQuote':
      return i18n.t('Text stands after a closing quotation mark');
    case 'tooManyCells':
      return i18n.t('More cells than there are columns');
    case 'notAnObject':
      return i18n.t('Not an object with a tenant in it');
    case 'notText':
      return i18n.t('The {name} is not text', { name });
  }
}

/** What to know of the file before its rows. */
export function previewNotes({ headerMissing, unknownColumns, consentMail }: ImportPreview): { title: string; text: string }[] {
  const notes: { title: string; text: string }[] = [];
  if (headerMissing)
    notes.push({ title: i18n.t('No column names'), text: i18n.t('IDs, domains and names were told apart by what is in the columns.') });
  if (unknownColumns.length > 0)
    notes.push({
      title: i18n.t('Not imported'),
      text: i18n.t('Tenantry has no field for {unknownColumns}.', { unknownColumns: unknownColumns.join(', ') }),
    });
  if (consentMail === 'unusable')
    notes.push({
      title: i18n.t('The consent mail of this pack cannot be used'),
      text: i18n.t('It has no place for the link, or is too long. Yours stays.'),
    });
  return notes;
}

/** "Add 12 and change 3": what the button does. */
export function applyWords(added: number, changed: number, mail: boolean, views = false): string {
  const parts = [
    added > 0 ? i18n.t('Add {added, number}', { added }) : '',
    changed > 0 ? i18n.t('change {changed, number}', { changed }) : '',
    mail ? i18n.t('replace the mail') : '',
    views ? i18n.t('add the views') : '',
  ];
  const words = parts.filter((part) => part !== '').join(i18n.t(' and '));
  return words === '' ? i18n.t('Nothing to import') : words.charAt(0).toUpperCase() + words.slice(1);
}
