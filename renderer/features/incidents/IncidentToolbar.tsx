import { Button, SearchBox } from '@fluentui/react-components';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { TenantId } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { isNarrowed, toggled, widened } from '../../store/incident-filter';
import { Chip } from '../../ui/Chip';
import { KNOWN_SEVERITIES, KNOWN_STATUSES, severityLevel, spoken } from '../common/incident-words';
import { RefreshButtons } from '../common/RefreshButtons';
import { ColumnsButton } from './ColumnsButton';
import { FilterButton } from './FilterButton';
import { GroupMenu } from './GroupMenu';

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
  const [text, setText] = useState(filter.text);
  const search = useRef<HTMLInputElement>(null);
  const narrowed = isNarrowed(filter);

  useEffect(() => {
    if (text === filter.text) return;
    const timer = setTimeout(() => setFilter({ text }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, filter.text, setFilter]);

  useSlashKey(search);

  return (
    <div className="toolbar" role="toolbar" aria-label="Incidents">
      <RefreshButtons tenantId={tenantId} scope={tenantName ?? 'all tenants'} />
      <SearchBox
        ref={search}
        className="incident-search"
        placeholder="Filter incidents  ( / )"
        aria-label="Filter incidents"
        value={text}
        onChange={(_event, data) => setText(data.value)}
      />
      <div className="filters">
        <div className="chips" role="group" aria-label="Severity">
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
        <div className="chips" role="group" aria-label="Status">
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
      <FilterButton />
      <GroupMenu />
      {narrowed && (
        <Button
          size="small"
          appearance="transparent"
          onClick={() => {
            setText('');
            setFilter(widened(filter));
          }}
        >
          Clear filters
        </Button>
      )}
      <span className="toolbar-space" />
      <ColumnsButton />
    </div>
  );
}

/** "/" goes to the field, unless something is being typed elsewhere. */
function useSlashKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"]');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [field]);
}
