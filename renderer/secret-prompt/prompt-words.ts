import type { SecretRefusal } from '../../contract/channels';
import type { Language } from '../../contract/display';

interface PromptWords {
  title: string;
  /** `[[…]]`: drawn strong. */
  about: string;
  label: string;
  cancel: string;
  save: string;
  password: { title: string; heading: string; about(file: string): string; label: string; save: string };
  refusals: Record<SecretRefusal, string>;
}

/** All words of the secret window, in both languages: it has no library that could look them up. */
export const PROMPT_WORDS: Record<Language, PromptWords> = {
  en: {
    title: 'Client secret',
    about:
      "Paste the secret's [[Value]] from Certificates & secrets of your app registration. It goes straight to the keychain of this computer and is not shown again. This small window closes with it; the rest of Tenantry never holds it.",
    label: 'Client secret value',
    cancel: 'Cancel',
    save: 'Save secret',
    password: {
      title: 'Password',
      heading: 'Password of the certificate file',
      about: (file) =>
        `The private key in ${file} is protected. Type its password: it is used once, to read the file, and not kept. The key itself goes to the keychain of this computer.`,
      label: 'Password',
      save: 'Open file',
    },
    refusals: {
      empty: 'Paste the secret first.',
      looksLikeId:
        "That is the secret's ID, not its value. Copy the Value column; Entra shows it only once, right after the secret is made.",
      tooShort: 'That is too short for a client secret. Copy the whole Value.',
      whitespace: 'There is a space or line break inside. Copy the Value alone.',
      quoted: 'Leave the quotation marks out.',
      tooLong: 'That is too long for a client secret. Copy the Value alone.',
      wrongPassword: 'This password does not open the file. Type it again; capitals count.',
      failed: 'The keychain did not take the secret. Close this window and see the notice in Tenantry.',
    },
  },
  sv: {
    title: 'Klienthemlighet',
    about:
      'Klistra in hemlighetens värde ([[Value]]) från Certificates & secrets i din appregistrering. Det går direkt till datorns nyckelring och visas inte igen. Det här lilla fönstret stängs med det; resten av Tenantry har det aldrig.',
    label: 'Klienthemlighetens värde',
    cancel: 'Avbryt',
    save: 'Spara hemligheten',
    password: {
      title: 'Lösenord',
      heading: 'Lösenord till certifikatfilen',
      about: (file) =>
        `Den privata nyckeln i ${file} är skyddad. Skriv dess lösenord: det används en gång, för att läsa filen, och sparas inte. Själva nyckeln går till datorns nyckelring.`,
      label: 'Lösenord',
      save: 'Öppna filen',
    },
    refusals: {
      empty: 'Klistra först in hemligheten.',
      looksLikeId:
        'Det är hemlighetens ID, inte dess värde. Kopiera kolumnen Value; Entra visar den bara en gång, direkt efter att hemligheten skapats.',
      tooShort: 'Det är för kort för en klienthemlighet. Kopiera hela värdet.',
      whitespace: 'Det finns ett blanksteg eller en radbrytning i den. Kopiera bara värdet.',
      quoted: 'Utelämna citattecknen.',
      tooLong: 'Det är för långt för en klienthemlighet. Kopiera bara värdet.',
      wrongPassword: 'Det här lösenordet öppnar inte filen. Skriv det igen; stora och små bokstäver räknas.',
      failed: 'Nyckelringen tog inte emot hemligheten. Stäng fönstret och se meddelandet i Tenantry.',
    },
  },
};
