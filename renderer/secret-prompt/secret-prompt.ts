import type { SecretPromptBridge } from '../../contract/channels';
import { PROMPT_WORDS } from './prompt-words';

declare global {
  interface Window {
    secretPrompt: SecretPromptBridge;
  }
}

const query = new URLSearchParams(location.search);
const words = PROMPT_WORDS[query.get('lang') === 'sv' ? 'sv' : 'en'];
const form = element('form', HTMLFormElement);
const field = element('secret', HTMLInputElement);
const hint = element('hint', HTMLParagraphElement);
const save = element('save', HTMLButtonElement);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void submit();
});
field.addEventListener('input', () => say(null));
element('cancel', HTMLButtonElement).addEventListener('click', () => void window.secretPrompt.cancel());
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void window.secretPrompt.cancel();
});

/** The file a password is asked for; null: a client secret is asked for. */
const file = query.get('file');
document.documentElement.lang = query.get('lang') === 'sv' ? 'sv' : 'en';
element('cancel', HTMLButtonElement).textContent = words.cancel;
if (file === null) askForSecret();
else askForPassword(file);
field.focus();

function askForSecret(): void {
  document.title = words.title;
  element('title', HTMLHeadingElement).textContent = words.title;
  const [before = '', strong = '', after = ''] = words.about.split(/\[\[|\]\]/);
  const emphasis = document.createElement('strong');
  emphasis.textContent = strong;
  element('about', HTMLParagraphElement).replaceChildren(before, emphasis, after);
  element('label', HTMLLabelElement).textContent = words.label;
  save.textContent = words.save;
}

function askForPassword(name: string): void {
  const { title, heading, about, label, save: button } = words.password;
  document.title = title;
  element('title', HTMLHeadingElement).textContent = heading;
  element('about', HTMLParagraphElement).textContent = about(name);
  element('label', HTMLLabelElement).textContent = label;
  save.textContent = button;
}

async function submit(): Promise<void> {
  save.disabled = true;
  const refusal = await window.secretPrompt.submit(field.value);
  save.disabled = false;
  if (refusal === null) return;
  say(words.refusals[refusal]);
  field.select();
}

function say(text: string | null): void {
  hint.textContent = text ?? '';
  field.setAttribute('aria-invalid', String(text !== null));
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`secret-prompt/index.html has no #${id}`);
  return found;
}
