import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { ConsentEvent } from '../../../contract/consent';
import { RelativeTime } from '../../ui/RelativeTime';
import { eventWords } from './consent-words';

/** As many as fit without pushing the rest of the panel away. */
const SHOWN = 6;

/** What happened about a customer's consent, newest first. */
export function ConsentTimeline({ events }: { events: readonly ConsentEvent[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, SHOWN);
  return (
    <>
      <ol className="consent-timeline" aria-label={i18n.t('Consent history, newest first')}>
        {shown.map((event, index) => {
          const { title, text, tone } = eventWords(event);
          return (
            <li key={events.length - index} className={`consent-event consent-event-${tone}`}>
              <div className="consent-event-title">
                <span>{title}</span>
                <span className="quiet">
                  <RelativeTime at={event.at} />
                </span>
              </div>
              {text && <div className="consent-event-text">{text}</div>}
            </li>
          );
        })}
      </ol>
      {events.length > SHOWN && (
        <Button size="small" appearance="subtle" onClick={() => setAll(!all)}>
          {all ? i18n.t('Show fewer') : i18n.t('Show all {events}', { events: events.length })}
        </Button>
      )}
    </>
  );
}
