import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { Problem } from '../../contract/problem';
import { diagnose } from '../features/common/diagnosis';
import { useApp } from '../store/app-store';
import { Banner } from '../ui/Banner';

/** A problem of an app's own credential: it hits every tenant of the app alike and is said here, once. `app`: its name, where there are several. */
export function GlobalProblemBanner({ problem, app }: { problem: Problem; app: string | null }) {
  const go = useApp((state) => state.go);
  const onPartnerApp = useApp(({ route }) => route.page === 'partnerApp');
  const { title, cause, nextStep } = diagnose(problem);
  return (
    <Banner
      intent="error"
      title={app === null ? title : `${app}: ${title}`}
      actions={
        onPartnerApp ? undefined : (
          <Button size="small" onClick={() => go({ page: 'partnerApp' })}>
            {i18n.t('Open Partner app')}
          </Button>
        )
      }
    >
      {cause} {nextStep}
      {problem.aadsts !== undefined && <span className="quiet"> (AADSTS{problem.aadsts})</span>}
    </Banner>
  );
}
