import { Button, Input } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useRef, useState } from 'react';
import { useKeys } from '../../../keys/use-keys';
import { Disclosure } from '../../../ui/Disclosure';
import type { TableShape, TableState } from '../language/table-shape';
import { SCHEMA_SOURCE } from './known-tables';

interface SchemaPaneProps {
  tables: readonly TableShape[];
  /** Puts a name into the query. */
  onInsert(name: string): void;
}

const STATE_WORDS: Readonly<Record<TableState, string>> = {
  preview: /*i18n*/ 'In preview: Microsoft may still change it.',
  replaced: /*i18n*/ 'Replaced by a newer table.',
};

/** The tables that can be hunted in, with their columns. A click puts a name into the query. */
export function SchemaPane({ tables, onInsert }: SchemaPaneProps) {
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ id: 'search', label: i18n.t('Find a table or column'), group: 'Hunting', keys: ['/'], run: () => field.current?.focus() }]);
  const wanted = search.trim().toLowerCase();
  const shown = tables.flatMap((table) => {
    if (wanted === '' || table.name.toLowerCase().includes(wanted)) return { table, columns: table.columns };
    const columns = table.columns.filter(({ name }) => name.toLowerCase().includes(wanted));
    return columns.length > 0 ? { table, columns } : [];
  });
  return (
    <div className="library">
      <div className="library-tools">
        <Input
          ref={field}
          size="small"
          type="search"
          aria-label={i18n.t('Find a table or column')}
          placeholder={i18n.t('Find a table or column')}
          contentBefore={<Search16Regular />}
          value={search}
          onChange={(_event, { value }) => setSearch(value)}
        />
      </div>
      <div className="library-list">
        {shown.map(({ table, columns }) => (
          <Disclosure
            key={`${table.name} ${wanted}`}
            open={wanted.length > 2 && shown.length < 8}
            summary={
              <span className="schema-table" title={table.about ?? ''}>
                {table.name}
              </span>
            }
          >
            <Button size="small" appearance="subtle" onClick={() => onInsert(table.name)}>
              {i18n.t('Put into the query')}
            </Button>
            {table.about && <p className="quiet schema-about">{table.about}</p>}
            {table.state && <p className="quiet schema-about">{i18n.t(STATE_WORDS[table.state])}</p>}
            <ul className="schema-columns">
              {columns.map(({ name, type, about }) => (
                <li key={name}>
                  <button type="button" title={about ?? undefined} onClick={() => onInsert(name)}>
                    <span className="clip">{name}</span>
                    <span className="quiet">{type}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
        {shown.length === 0 && <p className="quiet library-none">{i18n.t('No table or column has this name.')}</p>}
      </div>
      <p className="quiet schema-source">
        {i18n.t(
          '{compared} of {all} tables were compared with Microsoft’s documentation on {date}. What a tenant answers adds to them.',
          SCHEMA_SOURCE,
        )}
      </p>
    </div>
  );
}
