import { Button, Spinner } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { i18n } from '@lingui/core';
import type { IncidentKey } from '../../../contract/ids';
import { type Observable, observableKey } from '../../../contract/observable';
import type { Sightings } from '../../../contract/sightings';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { coverageSentence, isWhole } from '../common/coverage-words';
import { errorWords } from '../common/error-words';
import { searchCoverageWords } from '../common/search-words';
import { SightingsOf } from './SightingsOf';
import './seen-in.css';

/** The most values of one entity that are looked for. */
const MOST = 20;

interface SeenInProps {
  title: string;
  observables: readonly Observable[];
  incident: IncidentKey;
}

/** On demand, where else the values of an entity or a device were seen, at all customers. Nothing where it has no value worth finding again. */
export function SeenIn({ title, observables, incident }: SeenInProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (observables.length === 0) return null;
  return (
    <div className="seen-in">
      <Button
        size="small"
        appearance="subtle"
        icon={open ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
        iconPosition="after"
        aria-label={i18n.t('Seen in… {title}', { title })}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {i18n.t('Seen in…')}
      </Button>
      {open && <SeenInAnswer id={id} title={title} observables={observables} incident={incident} />}
    </div>
  );
}

function SeenInAnswer({ id, title, observables: all, incident }: SeenInProps & { id: string }) {
  const revision = useApp((state) => state.incidentsRevision);
  const observables = all.slice(0, MOST);
  const [query] = useQuery('incidents.seenIn', { observables }, revision);
  return (
    <section id={id} className="seen-in-answer" aria-label={i18n.t('Where {title} was seen', { title })}>
      {query.state === 'loading' && <Spinner size="tiny" label={i18n.t('Looking…')} />}
      {query.state === 'failed' && <p>{errorWords(query.error).text}</p>}
      {query.state === 'ready' && (
        <>
          {observables.map((observable, index) => {
            const found = query.value[index];
            return found && <SightingsOf key={observableKey(observable)} observable={observable} found={found} incident={incident} />;
          })}
          {all.length > MOST && (
            <p className="quiet">
              {i18n.t('{count, plural, one {# more value was} other {# more values were}} not looked for.', { count: all.length - MOST })}
            </p>
          )}
          <NotKnown found={query.value[0]} />
        </>
      )}
    </section>
  );
}

/** What the answer cannot know: tenants that were not read whole lately, incidents that are not searchable yet. */
function NotKnown({ found }: { found: Sightings | undefined }) {
  const tenants = useApp((state) => state.tenants);
  if (!found) return null;
  const notYet = searchCoverageWords(found.search);
  return (
    <>
      {!isWhole(found.coverage) && (
        <p className="quiet">
          {i18n.t('{coverageSentence}. The others may have seen it too.', { coverageSentence: coverageSentence(found.coverage, tenants) })}
        </p>
      )}
      {notYet && <p className="quiet">{notYet}</p>}
    </>
  );
}
