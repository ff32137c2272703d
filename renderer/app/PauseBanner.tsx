import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useAction } from '../features/common/use-action';
import { useApp } from '../store/app-store';
import { Banner } from '../ui/Banner';
import { LocalTime } from '../ui/RelativeTime';
import { withElements } from '../ui/with-elements';

/** Said while nothing is read, so that nobody takes quiet for peace. */
export function PauseBanner({ since }: { since: number }) {
  const pauseReading = useApp((state) => state.pauseReading);
  const { busy, run } = useAction();
  return (
    <Banner
      intent="warning"
      title={withElements(i18n.t('Reading is paused since [[time]].'), { time: <LocalTime at={since} /> })}
      actions={
        <Button size="small" disabled={busy} onClick={() => void run(() => pauseReading(null, false))}>
          {i18n.t('Resume reading')}
        </Button>
      }
    >
      {i18n.t('No tenant is asked for anything new. What is shown is as old as each tenant’s last read.')}
    </Banner>
  );
}
