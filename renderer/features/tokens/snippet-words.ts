import type { SnippetLanguage } from '../../../contract/snippets';

export const LANGUAGE_NAMES: Readonly<Record<SnippetLanguage, string>> = {
  powerShell: 'PowerShell',
  cSharp: 'C#',
  python: 'Python',
  curl: 'curl',
};

interface Printed {
  /** What the sample of Microsoft's page asks for, in short. */
  asks: string;
  faults: readonly string[];
}

const SECRET_IN_THE_SOURCE = /*i18n*/ 'The secret is to be written into the program, and goes wherever the file goes.';
const OLD_ENDPOINT = /*i18n*/ 'It asks the endpoint of version 1.0, which takes a resource in place of a scope.';

/** The sample of Microsoft's page for partners, and what is wrong with it. */
export const PRINTED: Readonly<Record<SnippetLanguage, Printed>> = {
  powerShell: {
    asks: 'POST https://login.windows.net/{tenant}/oauth2/token\nresource=https://api.security.microsoft.com',
    faults: [
      OLD_ENDPOINT,
      /*i18n*/ 'login.windows.net is a former name of the login service, and of the commercial cloud only.',
      SECRET_IN_THE_SOURCE,
    ],
  },
  cSharp: {
    asks: 'AcquireTokenForClient\nscope=https://api.securitycenter.microsoft.com/.default',
    faults: [
      /*i18n*/ 'The token is for Microsoft Defender for Endpoint: the incidents of Defender XDR stay closed to it.',
      /*i18n*/ 'The page of 2021 had the right API, but a library (ADAL) that is no longer kept up.',
      SECRET_IN_THE_SOURCE,
    ],
  },
  python: {
    asks: 'POST https://login.windows.net/{tenant}/oauth2/token\nresource=https://api.securitycenter.windows.com',
    faults: [
      /*i18n*/ 'Until it was corrected, it asked for a token for Microsoft Defender for Endpoint, to which the incidents of Defender XDR stay closed.',
      OLD_ENDPOINT,
      SECRET_IN_THE_SOURCE,
    ],
  },
  curl: {
    asks: 'curl -k … https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token\nscope=https://securitycenter.onmicrosoft.com/windowsatpservice/.default',
    faults: [
      /*i18n*/ 'The token is for Microsoft Defender for Endpoint: the incidents of Defender XDR stay closed to it.',
      /*i18n*/ '-k turns the check of certificates off: whoever is in between gets the secret.',
      /*i18n*/ 'The secret stands on the command line, where everyone on the computer can read it, and in the history of the shell.',
    ],
  },
};
