import { i18n } from '@lingui/core';
import { useQuery } from '../../bridge/use-query';
import { ConsentMailForm } from './ConsentMailForm';
import { withElements } from '../../ui/with-elements';

/** The mail that consent links are sent with. */
export function ConsentMailSection() {
  const [mail] = useQuery('consent.mail', undefined);
  return (
    <section className="card" aria-label={i18n.t('Consent mail')}>
      <h2>{i18n.t('Consent mail')}</h2>
      <p className="quiet">
        {withElements(
          i18n.t('The text around a consent link. [[customer]], [[app]], [[roles]] and [[link]] are filled in when it is copied.'),
          {
            customer: <span className="code">{'{customer}'}</span>,
            app: <span className="code">{'{app}'}</span>,
            roles: <span className="code">{'{roles}'}</span>,
            link: <span className="code">{'{link}'}</span>,
          },
        )}
      </p>
      {mail.state === 'ready' && <ConsentMailForm saved={mail.value} />}
    </section>
  );
}
