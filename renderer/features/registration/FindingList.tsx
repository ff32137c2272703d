import type { Finding } from '../../../contract/registration';
import { useApp } from '../../store/app-store';
import { StateDot } from '../../ui/StateBadge';
import { ServiceWords } from '../common/ServiceWords';
import { findingWords, stepBadge } from './registration-words';

/** What the probes of a step showed, each with what to do and what the service said. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const tenants = useApp((state) => state.tenants);
  return (
    <ul className="finding-list">
      {findings.map((finding) => {
        const { code, state, resource, address, tenantId, problem } = finding;
        const name = tenants?.find((tenant) => tenant.tenantId === tenantId)?.displayName ?? null;
        const { text, next } = findingWords(finding, name);
        return (
          <li key={[code, resource, address].join(' ')} className={`finding finding-${state}`}>
            <StateDot {...stepBadge(state)} />
            <div>
              <p>{text}</p>
              {next && <p className="finding-next">{next}</p>}
              {problem && state !== 'ok' && <ServiceWords problem={problem} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
