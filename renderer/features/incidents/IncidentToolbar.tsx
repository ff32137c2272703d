import { Button, SearchBox } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { pressKey, useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { isNarrowed, toggled, widened } from '../../store/incident-filter';
import { Chip } from '../../ui/Chip';
import { KNOWN_SEVERITIES, KNOWN_STATUSES, severityLevel, spoken } from '../common/incident-words';
import { ExportMenu } from '../export/ExportMenu';
import { RefreshButtons } from '../common/RefreshButtons';
import { ColumnsButton } from './ColumnsButton';
import { FilterButton } from './FilterButton';
import { GROUPINGS } from './filter-words';
import { GroupMenu } from './GroupMenu';
import { QueueCommands } from './QueueCommands';
import { ViewsMenu } from './ViewsMenu';

/** How long typing rests before the list is asked. */
const TYPING_MS = 150;

interface IncidentToolbarProps {
  tenantId: TenantId | null;
  tenantName: string | null;
}

/** Reading anew and narrowing down. */
export function IncidentToolbar({ tenantId, tenantName }: IncidentToolbarProps) {
  const filter = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  const [typed, setTyped] = useState({ text: filter.text, of: filter.text });
  // A view, or a list of similar incidents, brings a text of its own: what was typed counts only over the filter it was typed over.
  const text = typed.of === filter.text ? typed.text : filter.text;
  const setText = (next: string) => setTyped({ text: next, of: filter.text });
  const search = useRef<HTMLInputElement>(null);
  const narrowed = isNarrowed(filter);

  const clear = () => {
    setText('');
    setFilter(widened(filter));
  };

  useEffect(() => {
    if (text === filter.text) return;
    const timer = setTimeout(() => {
      setTyped({ text, of: text });
      setFilter({ text });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, filter.text, setFilter]);

  useKeys([
    { id: 'search', label: i18n.t('Search incidents'), group: 'Queue', keys: ['/'], run: () => search.current?.focus() },
    { id: 'clear', label: i18n.t('Clear filters'), group: 'Queue', keys: ['f c'], run: clear },
    ...GROUPINGS.map(({ groupBy, label }) => ({
      id: `group ${groupBy}`,
      label: groupBy === null ? i18n.t('Do not group') : i18n.t('Group by {label}', { label: i18n.t(label).toLowerCase() }),
      group: 'Queue' as const,
      keys: [],
      run: () => setFilter({ groupBy }),
    })),
  ]);

  return (
    <div className="toolbar incident-toolbar" role="toolbar" aria-label={i18n.t('Incidents')}>
      <QueueCommands />
      <RefreshButtons key={tenantId} tenantId={tenantId} scope={tenantName ?? i18n.t('all tenants')} />
      <SearchBox
        ref={search}
        className="incident-search"
        placeholder={i18n.t('Filter ( / )')}
        aria-label={i18n.t('Filter incidents')}
        value={text}
        onChange={(_event, data) => setText(data.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          // From what was typed into what it found.
          pressKey('j');
        }}
      />
      <ViewsMenu tenantId={tenantId} />
      <FilterButton />
      <GroupMenu />
      <div className="toolbar-icons">
        <ExportMenu tenantId={tenantId} />
        <ColumnsButton />
      </div>
      <div className="filters">
        <div className="chips" role="group" aria-label={i18n.t('Severity')}>
          {KNOWN_SEVERITIES.map((severity) => (
            <Chip
              key={severity}
              pressed={filter.severities.includes(severity)}
              onToggle={() => setFilter({ severities: toggled(filter.severities, severity) })}
            >
              <i className={`severity-square severity-square-${severityLevel(severity)}`} aria-hidden="true" />
              {spoken(severity)}
            </Chip>
          ))}
        </div>
        <div className="chips" role="group" aria-label={i18n.t('Status')}>
          {KNOWN_STATUSES.map((status) => (
            <Chip
              key={status}
              pressed={filter.statuses.includes(status)}
              onToggle={() => setFilter({ statuses: toggled(filter.statuses, status) })}
            >
              {spoken(status)}
            </Chip>
          ))}
        </div>
      </div>
      {narrowed && (
        <Button size="small" appearance="transparent" onClick={clear}>
          {i18n.t('Clear filters')}
        </Button>
      )}
    </div>
  );
}
