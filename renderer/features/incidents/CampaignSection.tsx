import { i18n } from '@lingui/core';
import { Button } from '@fluentui/react-components';
import { Filter16Regular } from '@fluentui/react-icons';
import type { Campaign } from '../../../contract/campaign';
import type { IncidentKey } from '../../../contract/ids';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { widened } from '../../store/incident-filter';
import { Disclosure } from '../../ui/Disclosure';
import { PanelSection } from '../../ui/Panel';
import { campaignReason, likenessWords, noneShownWords, notKnownWords } from './campaign-words';
import { observableKindName } from './observable-words';
import { SimilarList } from './SimilarList';

/** Values and incidents listed at once; the list of the queue has them all. */
const SHOWN = 10;

/** Incidents of all customers that resemble this one, why, and the way to them as a list. Nothing only where it is known that there is none. */
export function CampaignSection({ incident: { tenantId, incidentId } }: { incident: IncidentKey }) {
  const revision = useApp((state) => state.incidentsRevision);
  const tenants = useApp((state) => state.tenants);
  const [query] = useQuery('incidents.campaign', { tenantId, incidentId }, revision);
  if (query.state !== 'ready' || query.value.total === 0) return <NoneShown words={noneShownWords(query, tenants)} />;
  const campaign = query.value;
  return (
    <PanelSection
      title={campaign.tenants > 1 ? i18n.t('Possible campaign') : i18n.t('Similar incidents')}
      aside={<ShowAll incident={{ tenantId, incidentId }} count={campaign.total + 1} />}
    >
      <p className="campaign-reason">{campaignReason(campaign)}</p>
      <SimilarList incidents={campaign.incidents.slice(0, SHOWN)} words={likenessWords} />
      {campaign.total > SHOWN && (
        <p className="quiet">{i18n.t('And {count, number} more in the list.', { count: campaign.total - SHOWN })}</p>
      )}
      <SharedValues campaign={campaign} />
      {notKnownWords(campaign, tenants).map((words) => (
        <p key={words} className="quiet">
          {words}
        </p>
      ))}
    </PanelSection>
  );
}

function NoneShown({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <PanelSection title={i18n.t('Similar incidents')}>
      <p className="quiet">{words}</p>
    </PanelSection>
  );
}

/** Shows them as the list of the queue. The open incident stays open. */
function ShowAll({ incident, count }: { incident: IncidentKey; count: number }) {
  const filter = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  const go = useApp((state) => state.go);
  return (
    <Button
      size="small"
      icon={<Filter16Regular />}
      onClick={() => {
        setFilter({ ...widened(filter), similarTo: incident });
        go({ page: 'incidents', tenantId: null, incident });
      }}
    >
      {i18n.t('Show all {count, number} in the list', { count })}
    </Button>
  );
}

function SharedValues({ campaign: { shared } }: { campaign: Campaign }) {
  return (
    <Disclosure summary={i18n.t('{count, plural, one {# shared value} other {# shared values}}', { count: shared.length })}>
      <ul className="campaign-values">
        {shared.slice(0, SHOWN).map(({ kind, value, incidents, tenants }) => (
          <li key={`${kind} ${value}`}>
            <span className="quiet">{observableKindName(kind)}</span>
            <span className="code">{value}</span>
            <span className="quiet">
              {i18n.t(
                '{incidents, plural, one {# incident} other {# incidents}} of {tenants, plural, one {# customer} other {# customers}}',
                {
                  incidents,
                  tenants,
                },
              )}
            </span>
          </li>
        ))}
      </ul>
      {shared.length > SHOWN && <p className="quiet">{i18n.t('And {count, number} more.', { count: shared.length - SHOWN })}</p>}
    </Disclosure>
  );
}
