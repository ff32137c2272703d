import { useQuery } from '../../bridge/use-query';
import { ConsentMailForm } from './ConsentMailForm';

/** The mail that consent links are sent with. */
export function ConsentMailSection() {
  const [mail] = useQuery('consent.mail', undefined);
  return (
    <section className="card" aria-label="Consent mail">
      <h2>Consent mail</h2>
      <p className="quiet">
        The text around a consent link. <span className="code">{'{customer}'}</span>, <span className="code">{'{app}'}</span>,{' '}
        <span className="code">{'{roles}'}</span> and <span className="code">{'{link}'}</span> are filled in when it is copied.
      </p>
      {mail.state === 'ready' && <ConsentMailForm saved={mail.value} />}
    </section>
  );
}
