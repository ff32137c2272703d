import { Button, Checkbox } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useEffect, useRef, useState } from 'react';
import { type Contested, contested, type IncidentFacts } from '../../../contract/incident-change';
import type { WriteItem } from '../../../contract/writes';
import { call } from '../../bridge/client';
import { useAction } from '../common/use-action';
import { FACT_LABELS, factWords, tagWords, verdictWords } from './write-words';

/** Three ways side by side: what one saw, what it is now, what one wanted; and which of one's own is written all the same. */
export function ConflictView({ item, batchId }: { item: WriteItem; batchId: string }) {
  const { base, theirs, change, id } = item;
  const own = contested.options.filter((fact) => change[fact] !== undefined);
  const changedByOthers = (fact: Contested) => theirs !== undefined && factWords(theirs, fact) !== factWords(base, fact);
  const [mine, setMine] = useState<readonly Contested[]>(() => own.filter((fact) => !changedByOthers(fact)));
  const { busy, run } = useAction();
  const view = useRef<HTMLDivElement>(null);
  // What has to be pressed is at its end, which may lie under the edge of the panel.
  useEffect(() => view.current?.scrollIntoView({ block: 'nearest' }), []);
  if (!theirs) return null;
  const settle = (facts: Contested[] | null) => void run(() => call('writes.settle', { batchId, itemId: id, mine: facts }));
  const nothing = mine.length === 0 && change.comment === undefined && !change.addTags && !change.removeTags;
  return (
    <div className="conflict" ref={view}>
      <table aria-label={i18n.t('Conflict over incident #{incidentId} of {tenantName}', item)}>
        <thead>
          <tr>
            <td />
            <th scope="col">{i18n.t('When you looked')}</th>
            <th scope="col">{i18n.t('Now')}</th>
            <th scope="col">{i18n.t('You want')}</th>
          </tr>
        </thead>
        <tbody>
          {contested.options.map((fact) => (
            <tr key={fact} className={changedByOthers(fact) ? 'conflict-changed' : undefined}>
              <th scope="row">{i18n.t(FACT_LABELS[fact])}</th>
              <td>{factWords(base, fact)}</td>
              <td>{factWords(theirs, fact)}</td>
              <td>
                {own.includes(fact) ? (
                  <Checkbox
                    label={wantedWords(item, theirs, fact)}
                    checked={mine.includes(fact)}
                    onChange={(_event, { checked }) => setMine(checked === true ? [...mine, fact] : mine.filter((one) => one !== fact))}
                  />
                ) : (
                  <span className="quiet">{i18n.t('As it is now')}</span>
                )}
              </td>
            </tr>
          ))}
          <tr className={base.tags === null || tagWords(theirs.tags) === tagWords(base.tags) ? undefined : 'conflict-changed'}>
            <th scope="row">{i18n.t('Tags')}</th>
            <td>{base.tags === null ? <NotKnown /> : tagWords(base.tags)}</td>
            <td>{tagWords(theirs.tags)}</td>
            <td>
              {change.addTags || change.removeTags ? (
                tagWords(wantedTags(theirs.tags, change))
              ) : (
                <span className="quiet">{i18n.t('As it is now')}</span>
              )}
            </td>
          </tr>
          {change.comment !== undefined && (
            <tr>
              <th scope="row">{i18n.t('Comment text')}</th>
              <td>{base.comments === null ? <NotKnown /> : commentCount(base.comments)}</td>
              <td>{commentCount(theirs.comments)}</td>
              <td>{i18n.t('One more: {comment}', { comment: change.comment })}</td>
            </tr>
          )}
        </tbody>
      </table>
      <div className="conflict-actions">
        <Button size="small" disabled={busy} onClick={() => settle(null)}>
          {i18n.t('Leave it as it is now')}
        </Button>
        <Button size="small" appearance="primary" disabled={busy || nothing} onClick={() => settle([...mine])}>
          {i18n.t('Write what is ticked')}
        </Button>
      </div>
    </div>
  );
}

/** Of many incidents ordered at once, tags and comments were not seen. */
const NotKnown = () => <span className="quiet">{i18n.t('Not known')}</span>;

const commentCount = (count: number) => i18n.t('{count, plural, =0 {No comments} one {# comment} other {# comments}}', { count });

/** Tags of others stay. */
function wantedTags(tags: readonly string[], { addTags = [], removeTags = [] }: WriteItem['change']): string[] {
  const gone = new Set([...addTags, ...removeTags].map((tag) => tag.toLowerCase()));
  return [...tags.filter((tag) => !gone.has(tag.toLowerCase())), ...addTags];
}

function wantedWords({ change }: WriteItem, theirs: IncidentFacts, fact: Contested): string {
  if (fact === 'verdict') return verdictWords(change.verdict?.classification ?? null, change.verdict?.determination ?? null);
  return factWords({ ...theirs, status: change.status ?? theirs.status, assignedTo: change.assignedTo ?? null }, fact);
}
