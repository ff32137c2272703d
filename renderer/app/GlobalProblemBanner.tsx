import { Button } from '@fluentui/react-components';
import type { Problem } from '../../contract/problem';
import { problemWords } from '../features/common/problem-words';
import { useApp } from '../store/app-store';
import { Banner } from '../ui/Banner';

/** A problem of the partner's own credential: it hits every tenant alike and is said here, once. */
export function GlobalProblemBanner({ problem }: { problem: Problem }) {
  const go = useApp((state) => state.go);
  const onPartnerApp = useApp(({ route }) => route.page === 'partnerApp');
  const { title, cause, nextStep } = problemWords(problem.code);
  return (
    <Banner
      intent="error"
      title={title}
      actions={
        onPartnerApp ? undefined : (
          <Button size="small" onClick={() => go({ page: 'partnerApp' })}>
            Open Partner app
          </Button>
        )
      }
    >
      {cause} {nextStep}
      {problem.aadsts !== undefined && <span className="quiet"> (AADSTS{problem.aadsts})</span>}
    </Banner>
  );
}
