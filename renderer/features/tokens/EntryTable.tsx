import { i18n } from '@lingui/core';
import type { TokenEntry } from '../../../contract/token-inspection';
import { Moment } from './Moment';

interface EntryTableProps {
  label: string;
  entries: readonly TokenEntry[];
  wordsOf(name: string, text: string): string | null;
}

/** Every name of a header or of claims, with its value and what it means; names nobody has words for are shown as they are. */
export function EntryTable({ label, entries, wordsOf }: EntryTableProps) {
  return (
    <table className="token-entries" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{i18n.t('Name')}</th>
          <th scope="col">{i18n.t('Value and meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ name, text, at }) => (
          <tr key={name}>
            <th scope="row" className="code">
              {name}
            </th>
            <td>
              <div className="code token-value">{text === '' ? '–' : text}</div>
              {at !== undefined && <Moment at={at} />}
              <div className="quiet">{wordsOf(name, text) ?? i18n.t('Not known to Tenantry.')}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
