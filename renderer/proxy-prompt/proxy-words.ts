import type { Language } from '../../contract/display';

/** All words of the proxy's window, in both languages: it has no library that could look them up. */
export const PROXY_WORDS: Record<
  Language,
  Record<'title' | 'username' | 'password' | 'cancel' | 'signIn' | 'keep' | 'noKeychain' | 'refused' | 'empty' | 'notTaken', string> & {
    about(proxy: string): string;
  }
> = {
  en: {
    title: 'Sign in at the proxy',
    about: (proxy) =>
      `The proxy ${proxy} lets nothing through without a user name and password. They go to this proxy only; the rest of Tenantry never shows them.`,
    username: 'User name',
    password: 'Password',
    cancel: 'Cancel',
    signIn: 'Sign in',
    keep: 'Keep it in the keychain of this computer',
    noKeychain: 'There is no keychain here: it is kept in memory until Tenantry closes.',
    refused: 'The proxy did not take the last user name and password. Type them again; capitals count.',
    empty: 'Type the user name first.',
    notTaken: 'That was not taken. Close this window and try again.',
  },
  sv: {
    title: 'Logga in i proxyn',
    about: (proxy) =>
      `Proxyn ${proxy} släpper inte igenom något utan användarnamn och lösenord. De går bara till den här proxyn; resten av Tenantry visar dem aldrig.`,
    username: 'Användarnamn',
    password: 'Lösenord',
    cancel: 'Avbryt',
    signIn: 'Logga in',
    keep: 'Spara det i datorns nyckelring',
    noKeychain: 'Det finns ingen nyckelring här: det sparas i minnet tills Tenantry stängs.',
    refused: 'Proxyn tog inte emot det senaste användarnamnet och lösenordet. Skriv dem igen; stora och små bokstäver räknas.',
    empty: 'Skriv först användarnamnet.',
    notTaken: 'Det togs inte emot. Stäng fönstret och försök igen.',
  },
};
