import { Info16Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { i18n } from '@lingui/core';
import { incidentList, useIncidentList } from '../../store/incident-list';
import { searchCoverageWords } from '../common/search-words';

/** How often a search that is not complete yet is made again, in milliseconds. */
const AGAIN_MS = 1_500;

/** While a text is looked for and not all stored incidents are searchable yet: says so, and looks again until they are. */
export function SearchNote() {
  const { summary, revision } = useIncidentList();
  const words = summary?.search ? searchCoverageWords(summary.search) : null;

  useEffect(() => {
    if (words === null) return;
    const timer = setTimeout(() => incidentList.invalidate(), AGAIN_MS);
    return () => clearTimeout(timer);
    // Every answer starts a new wait.
  }, [words, revision]);

  if (words === null) return null;
  return (
    <p className="search-note" role="status" aria-label={i18n.t('Search coverage')}>
      <Info16Regular aria-hidden="true" />
      {words}
    </p>
  );
}
