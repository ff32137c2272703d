import { z } from 'zod';
import { incidentKey, tenantId } from '../ids';
import { filterChoices, MOST_TYPED } from '../incident-filter';
import { incidentDetail, incidentListQuery, incidentPage, incidentQuery } from '../incident';
import { observable } from '../observable';
import { savedView, savedViews } from '../saved-view';
import { sightings } from '../sightings';
import { syncOutcome } from '../sync';
import { call } from './call';
import { nothing } from './inputs';

/** Calls about the incident queue and its saved views. */
export const incidentsCalls = {
  /** Reads all pages of one tenant, or of all (null). Answers when done. */
  'incidents.sync': call(z.object({ tenantId: tenantId.nullable() }), z.array(syncOutcome), ['notFound', 'noPartnerApp', 'storeClosed']),
  /** Ends the read of one tenant, or of all (null). The next one goes on where it stopped. */
  'incidents.cancelSync': call(z.object({ tenantId: tenantId.nullable() }), z.null()),
  'incidents.list': call(incidentQuery, incidentPage, ['storeClosed']),
  /** Those of some incidents (ticked, say) that are not in a list, wherever in it they would be. */
  'incidents.outside': call(z.object({ list: incidentListQuery, incidents: z.array(incidentKey).max(10_000) }), z.array(incidentKey), [
    'storeClosed',
  ]),
  /** What the list can be narrowed down to: values that hold the text, as more are stored than one answer has. */
  'incidents.choices': call(z.object({ text: z.string().max(MOST_TYPED) }), filterChoices, ['storeClosed']),
  /** Notes that an incident was looked at, or (null) that all there are were: nothing of them is marked as news any more. */
  'incidents.look': call(z.object({ incident: incidentKey.nullable() }), z.null(), ['storeClosed']),
  'incidents.get': call(incidentKey, incidentDetail, ['notFound', 'storeClosed']),
  /** The incident as Microsoft sent it, as indented JSON text. */
  'incidents.raw': call(incidentKey, z.string(), ['notFound', 'storeClosed']),
  /** Where these values were seen, over all tenants, from what is stored: one answer per value, in their order. */
  'incidents.seenIn': call(z.object({ observables: z.array(observable).min(1).max(20) }), z.array(sightings), ['storeClosed']),
  /** Opens the incident in the Defender portal of its tenant. */
  'incidents.openPortal': call(incidentKey, z.null(), ['notFound', 'storeClosed']),

  /** Saved views of the queue. */
  'views.list': call(nothing, savedViews, ['storeClosed']),
  /** Keeps a view, in place of one of the same name. Answers with all. */
  'views.save': call(savedView, savedViews, ['badInput', 'storeClosed']),
  'views.remove': call(z.object({ name: z.string().max(80) }), savedViews, ['storeClosed']),
} as const;
