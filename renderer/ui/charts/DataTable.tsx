import type { ReactNode } from 'react';
import './charts.css';

interface DataTableProps {
  label: string;
  heads: readonly string[];
  /** Cells of each row; the first one names it. Numbers stand to the right. */
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}

/** The numbers behind a chart. */
export function DataTable({ label, heads, rows }: DataTableProps) {
  return (
    <div className="data-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
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
                  <td key={heads[at]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
