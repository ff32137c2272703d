import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { i18n } from '@lingui/core';
import { type BrowserWindow, dialog } from 'electron';
import { type CertificateFile, MAX_CERTIFICATE_BYTES } from '../identity/credentials/certificate-file';

/** Asks for a certificate with its key, in one file or two, and reads them. Null: none was chosen. */
export async function askForCertificateFiles(window: BrowserWindow): Promise<CertificateFile[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: i18n.t('Import a certificate with its private key'),
    message: i18n.t('Choose one file that holds both, or the certificate and the key file together.'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: i18n.t('Certificates and keys (PFX, PEM)'), extensions: ['pfx', 'p12', 'pem', 'cer', 'crt', 'key', 'der'] },
      { name: i18n.t('All files'), extensions: ['*'] },
    ],
  });
  if (canceled || filePaths.length === 0) return null;
  return Promise.all(filePaths.slice(0, 4).map(async (path) => ({ name: basename(path), bytes: await readBeginning(path) })));
}

/** No more than the reader looks at, and one byte by which it sees that there is more. */
async function readBeginning(path: string): Promise<Uint8Array | null> {
  const file = await open(path).catch(() => null);
  if (!file) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_CERTIFICATE_BYTES + 1), 0, MAX_CERTIFICATE_BYTES + 1, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
