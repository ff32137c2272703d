import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { ToldNotice } from '../../../contract/notifications';
import { useApp } from '../../store/app-store';
import { routeTo } from '../../store/route';
import { LocalTime } from '../../ui/RelativeTime';

/** What was told of late, also where the desktop shows nothing. */
export function ToldNotices({ told }: { told: readonly ToldNotice[] }) {
  const go = useApp((state) => state.go);
  if (told.length === 0) return null;
  return (
    <div className="section-block">
      <h3>{i18n.t('Told of late')}</h3>
      <ul className="told-notices" aria-label={i18n.t('Told of late')}>
        {told.map(({ at, title, body, opens }, index) => (
          <li key={`${at} ${index}`}>
            <span className="quiet">
              <LocalTime at={at} />
            </span>{' '}
            <strong>{title}</strong> <span>{body}</span>
            {opens.kind !== 'incidents' && (
              <Button size="small" onClick={() => go(routeTo(opens))}>
                {i18n.t('Open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
