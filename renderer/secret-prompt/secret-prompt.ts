import type { SecretPromptBridge, SecretRefusal } from '../../contract/channels';

declare global {
  interface Window {
    secretPrompt: SecretPromptBridge;
  }
}

const WORDS: Record<SecretRefusal, string> = {
  empty: 'Paste the secret first.',
  looksLikeId: "That is the secret's ID, not its value. Copy the Value column; Entra shows it only once, right after the secret is made.",
  tooShort: 'That is too short for a client secret. Copy the whole Value.',
  whitespace: 'There is a space or line break inside. Copy the Value alone.',
  quoted: 'Leave the quotation marks out.',
  tooLong: 'That is too long for a client secret. Copy the Value alone.',
  wrongPassword: 'This password does not open the file. Type it again; capitals count.',
  failed: 'The keychain did not take the secret. Close this window and see the notice in Tenantry.',
};

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

/** The file a password is asked for; null: a client secret is asked for, as the page says by itself. */
const file = new URLSearchParams(location.search).get('file');
if (file !== null) askForPassword(file);
field.focus();

function askForPassword(name: string): void {
  document.title = 'Password';
  element('title', HTMLHeadingElement).textContent = 'Password of the certificate file';
  element('about', HTMLParagraphElement).textContent =
    `The private key in ${name} is protected. Type its password: it is used once, to read the file, and not kept. The key itself goes to the keychain of this computer.`;
  element('label', HTMLLabelElement).textContent = 'Password';
  save.textContent = 'Open file';
}

async function submit(): Promise<void> {
  save.disabled = true;
  const refusal = await window.secretPrompt.submit(field.value);
  save.disabled = false;
  if (refusal === null) return;
  say(WORDS[refusal]);
  field.select();
}

function say(words: string | null): void {
  hint.textContent = words ?? '';
  field.setAttribute('aria-invalid', String(words !== null));
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`secret-prompt/index.html has no #${id}`);
  return found;
}
