import { i18n } from '@lingui/core';
import { Open12Regular } from '@fluentui/react-icons';
import { techniqueId, techniqueUrl } from '../../../contract/mitre';
import { call } from '../../bridge/client';
import { useAction } from '../common/use-action';
import { techniqueName } from './mitre-names';

/** Techniques of an incident by ID and name. What has the form of an ID leads to its page; anything else is text. */
export function Techniques({ techniques }: { techniques: readonly string[] }) {
  const { busy, run } = useAction();
  return (
    <ul className="techniques">
      {techniques.map((technique) => {
        const id = techniqueId.safeParse(technique).data;
        if (id === undefined) return <li key={technique}>{technique}</li>;
        const name = techniqueName(id);
        return (
          <li key={technique}>
            <button
              type="button"
              className="link-button"
              disabled={busy}
              title={techniqueUrl(id)}
              aria-label={i18n.t('Open {id} at MITRE ATT&CK', { id })}
              onClick={() => void run(() => call('incidents.openTechnique', { technique: id }))}
            >
              {id}
              <Open12Regular aria-hidden="true" />
            </button>
            {name !== null && <span>{name}</span>}
          </li>
        );
      })}
    </ul>
  );
}
