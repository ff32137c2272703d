/** What proves to Entra that a request comes from the app. In trusted memory only. */
export type ClientCredential =
  | { kind: 'secret'; secret: string }
  /** `privateKey`: PKCS #8 in PEM form. `thumbprintSha256`: of the certificate, in hex. */
  | { kind: 'certificate'; privateKey: string; thumbprintSha256: string };

/** Texts of a credential that must not come back in words of a service. */
export function sentWith(credential: ClientCredential | null): string[] {
  // Of a certificate only signed assertions are sent, and those have the shape of a token.
  return credential?.kind === 'secret' ? [credential.secret] : [];
}

/** A credential is in Key Vault and was not read in this session: a person has to sign in first. */
export class SignInNeeded extends Error {}
