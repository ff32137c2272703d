import { type I18n, i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Language } from '../contract/display';
import { FORMATS } from './languages';

/** Of two calls that load, the later one wins. */
let wanted: Language = 'en';

begin();

/** From now on words, numbers and dates come in this language. Its catalogue is loaded when it is first spoken; English is in the code. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language === 'sv') i18n.load('sv', (await import('./sv.po')).messages);
  if (wanted === language) i18n.activate(language, FORMATS[language]);
}

/** English at once, with the text in the code as its own catalogue: compiled when it is first shown, and kept. */
function begin(): void {
  const compiled = new Map<string, ReturnType<typeof compileMessage>>();
  i18n.setMessagesCompiler((message) => {
    const known = compiled.get(message);
    if (known) return known;
    const made = compileMessage(message);
    compiled.set(message, made);
    return made;
  });
  const plain = i18n.t;
  // Lingui decodes \x86 and the like in what it has put together. In a value it is part of a path and stays as it is.
  i18n.t = i18n._ = ((id: string, values?: Record<string, unknown>, options?: object) =>
    plain(id, values && withBackslashes(values), options)) as I18n['_'];
  i18n.load('en', {});
  i18n.activate('en', FORMATS.en);
}

function withBackslashes(values: Record<string, unknown>): Record<string, unknown> {
  if (!Object.values(values).some((value) => typeof value === 'string' && value.includes('\\'))) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\\', '\\u005c') : value]),
  );
}
