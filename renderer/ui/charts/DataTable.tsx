import type { ReactNode } from 'react';
import './charts.css';

interface DataTableProps {
  label: string;
  heads: readonly string[];
  /** How many of the columns hold words: they stand to the left, numbers to the right. The first names the row. */
  words?: number;
  /** Cells of each row. */
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}

/** The numbers behind a chart. */
export function DataTable({ label, heads, words = 1, rows }: DataTableProps) {
  return (
    <div className="data-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at < words ? 'data-table-words' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={heads[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[at]} className={at < words ? 'data-table-words' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
