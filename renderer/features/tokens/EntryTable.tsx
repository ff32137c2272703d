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
          <th scope="col">Name</th>
          <th scope="col">Value and meaning</th>
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
              <div className="quiet">{wordsOf(name, text) ?? 'Not known to Tenantry.'}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
