/** A file as it was chosen. */
export interface CertificateFile {
  name: string;
  /** Null: it could not be read. */
  bytes: Uint8Array | null;
}

/** Far more than a certificate with its chain and key takes. */
export const MAX_CERTIFICATE_BYTES = 1024 * 1024;
