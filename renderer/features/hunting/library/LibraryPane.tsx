import { Button, Input, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  ArrowDownload16Regular,
  ArrowUpload16Regular,
  Delete16Regular,
  MoreHorizontal16Regular,
  Search16Regular,
} from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { type ReactNode, useRef, useState } from 'react';
import type { LibraryImport, LibraryQuery, QueryContent } from '../../../../contract/hunting-library';
import { call } from '../../../bridge/client';
import { useCommands, useKeys } from '../../../keys/use-keys';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { Disclosure } from '../../../ui/Disclosure';
import { useNotices } from '../../../ui/notices';
import { useAction } from '../../common/use-action';
import { useHunting } from '../hunting-store';
import { ImportRefused } from './ImportRefused';
import { foldersOf } from './library-tree';
import { STARTER_QUERIES } from './starter-queries';

/** Queries that are kept, and those that ship with Tenantry. A click opens one. */
export function LibraryPane() {
  const library = useHunting((state) => state.library);
  const setLibrary = useHunting((state) => state.setLibrary);
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ id: 'search', label: i18n.t('Find a query'), group: 'Hunting', keys: ['/'], run: () => field.current?.focus() }]);
  const [removing, setRemoving] = useState<LibraryQuery | null>(null);
  const [refused, setRefused] = useState<Extract<LibraryImport, { outcome: 'refused' }> | null>(null);
  const { run } = useAction();
  const notices = useNotices();
  const starters = STARTER_QUERIES.map(inWords);
  const own = foldersOf(library, search);
  const shipped = foldersOf(starters, search);

  const importFile = async () => {
    const result = await run(() => call('huntingLibrary.import'));
    if (!result.ok) return;
    if (result.value.outcome === 'refused') return setRefused(result.value);
    const { added, changed } = result.value;
    notices.done(i18n.t('{added, plural, one {# query} other {# queries}} added, {changed} changed', { added, changed }));
    const listed = await call('huntingLibrary.list');
    if (listed.ok) setLibrary(listed.value);
  };
  const exportFile = async (queryIds: string[] | null) => {
    const result = await run(() => call('huntingLibrary.export', { queryIds }));
    if (result.ok) notices.done(i18n.t('{queries, plural, one {# query} other {# queries}} written', { queries: result.value.queries }));
  };
  const remove = async (query: LibraryQuery) => {
    const result = await run(() => call('huntingLibrary.remove', { queryIds: [query.queryId] }));
    if (result.ok) setLibrary(result.value);
    setRemoving(null);
  };
  useCommands('Hunting', [
    { id: 'library import', label: i18n.t('Import queries from a file…'), run: () => void importFile() },
    ...(library.length === 0 ? [] : [{ id: 'library export', label: i18n.t('Export all own queries…'), run: () => void exportFile(null) }]),
  ]);

  return (
    <div className="library">
      <div className="library-tools">
        <Input
          ref={field}
          size="small"
          type="search"
          aria-label={i18n.t('Find a query')}
          placeholder={i18n.t('Find a query')}
          contentBefore={<Search16Regular />}
          value={search}
          onChange={(_event, { value }) => setSearch(value)}
        />
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton
              size="small"
              appearance="subtle"
              icon={<MoreHorizontal16Regular />}
              menuIcon={null}
              aria-label={i18n.t('Files of queries')}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem icon={<ArrowDownload16Regular />} onClick={() => void importFile()}>
                {i18n.t('Import from a file…')}
              </MenuItem>
              <MenuItem icon={<ArrowUpload16Regular />} disabled={library.length === 0} onClick={() => void exportFile(null)}>
                {i18n.t('Export all own queries…')}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      <div className="library-list">
        {own.map(({ folder, queries }) => (
          <Disclosure key={folder} open summary={folder || i18n.t('Own queries')}>
            {queries.map((query) => (
              <LibraryLine key={query.queryId} query={query} queryId={query.queryId}>
                <MenuItem icon={<ArrowUpload16Regular />} onClick={() => void exportFile([query.queryId])}>
                  {i18n.t('Export…')}
                </MenuItem>
                <MenuItem icon={<Delete16Regular />} onClick={() => setRemoving(query)}>
                  {i18n.t('Remove…')}
                </MenuItem>
              </LibraryLine>
            ))}
          </Disclosure>
        ))}
        {shipped.map(({ folder, queries }) => (
          <Disclosure
            key={`shipped ${folder}`}
            open={search !== '' || library.length === 0}
            summary={i18n.t('To begin with: {folder}', { folder })}
          >
            {queries.map((query) => (
              <LibraryLine key={query.name} query={query} queryId={null} />
            ))}
          </Disclosure>
        ))}
        {own.length + shipped.length === 0 && <p className="quiet library-none">{i18n.t('No query has these words.')}</p>}
      </div>
      <ConfirmDialog
        open={removing !== null}
        title={i18n.t('Remove “{name}”?', { name: removing?.name ?? '' })}
        confirm={i18n.t('Remove query')}
        onConfirm={() => removing && void remove(removing)}
        onCancel={() => setRemoving(null)}
      >
        {i18n.t('It is removed from the library of this computer. Results of its runs stay until they are closed.')}
      </ConfirmDialog>
      {refused && <ImportRefused refused={refused} onClose={() => setRefused(null)} />}
    </div>
  );
}

/** A query that ships with Tenantry, in the language of the page. */
function inWords(query: QueryContent): QueryContent {
  return {
    ...query,
    name: i18n.t(query.name),
    folder: i18n.t(query.folder),
    tags: query.tags.map((tag) => i18n.t(tag)),
    about: i18n.t(query.about),
    parameters: query.parameters.map((parameter) => ({ ...parameter, label: i18n.t(parameter.label) })),
  };
}

interface LibraryLineProps {
  query: QueryContent;
  queryId: string | null;
  /** What else can be done with it. */
  children?: ReactNode;
}

function LibraryLine({ query, queryId, children }: LibraryLineProps) {
  const open = useHunting((state) => state.open);
  return (
    <div className="library-line">
      <Button appearance="transparent" size="small" className="library-open" title={query.about} onClick={() => open(query, queryId)}>
        <span className="library-name">{query.name}</span>
        {query.tags.length > 0 && <span className="quiet library-tags clip">{query.tags.join(' · ')}</span>}
      </Button>
      {children && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton
              size="small"
              appearance="subtle"
              icon={<MoreHorizontal16Regular />}
              menuIcon={null}
              aria-label={i18n.t('More for {name}', { name: query.name })}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>{children}</MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  );
}
