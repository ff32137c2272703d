import { useApp } from '../../store/app-store';
import { CredentialSection } from './CredentialSection';
import { PartnerAppForm } from './PartnerAppForm';
import { RemovePartnerApp } from './RemovePartnerApp';
import '../common/form-page.css';

/** The Partner app page: the registration, its secret, and whether Entra accepts it. */
export function ConnectPage() {
  const status = useApp((state) => state.status);
  if (!status) return null;
  const { partnerApp, profile } = status;
  return (
    <div className="form-page">
      <div className="form-page-content">
        <h1>{partnerApp ? 'Partner app' : 'Connect your partner app'}</h1>
        <p className="form-page-lead">
          The one multitenant app registration in your own tenant that your customers allow to read their incidents.
          {profile.kind === 'sandbox' && ' In the sandbox it is already set up.'}
        </p>
        {/* A saved registration fills the form anew. */}
        <PartnerAppForm key={`${profile.id} ${partnerApp?.savedAt ?? 'none'}`} clouds={status.clouds} saved={partnerApp} />
        {partnerApp && <CredentialSection app={partnerApp} storage={status.secretStorage} />}
        {partnerApp && <RemovePartnerApp app={partnerApp} />}
      </div>
    </div>
  );
}
