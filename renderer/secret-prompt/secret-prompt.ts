import type { SecretPromptBridge, SecretShapeProblem } from '../../contract/channels';

declare global {
  interface Window {
    secretPrompt: SecretPromptBridge;
  }
}

const WORDS: Record<SecretShapeProblem | 'failed', string> = {
  empty: 'Paste the secret first.',
  looksLikeId: "That is the secret's ID, not its value. Copy the Value column; Entra shows it only once, right after the secret is made.",
  tooShort: 'That is too short for a client secret. Copy the whole Value.',
  whitespace: 'There is a space or line break inside. Copy the Value alone.',
  quoted: 'Leave the quotation marks out.',
  tooLong: 'That is too long for a client secret. Copy the Value alone.',
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
field.focus();

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
