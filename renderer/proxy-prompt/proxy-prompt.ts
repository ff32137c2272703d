const form = element('form', HTMLFormElement);
const username = element('username', HTMLInputElement);
const password = element('password', HTMLInputElement);
const keep = element('keep', HTMLInputElement);
const hint = element('hint', HTMLParagraphElement);
const save = element('save', HTMLButtonElement);
const asked = new URLSearchParams(location.search);

const realm = asked.get('realm') ?? '';
const named = realm === '' ? (asked.get('proxy') ?? '') : `${asked.get('proxy')} (“${realm}”)`;
element('about', HTMLParagraphElement).textContent =
  `The proxy ${named} lets nothing through without a user name and password. They go to this proxy only; the rest of Tenantry never shows them.`;
const keychain = asked.get('keychain') === 'true';
keep.checked = keychain;
keep.hidden = !keychain;
element('keep-words', HTMLSpanElement).textContent = keychain
  ? 'Keep it in the keychain of this computer'
  : 'There is no keychain here: it is kept in memory until Tenantry closes.';
if (asked.get('refused') === 'true') say('The proxy did not take the last user name and password. Type them again; capitals count.');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void submit();
});
form.addEventListener('input', () => say(null));
element('cancel', HTMLButtonElement).addEventListener('click', () => void window.secretPrompt.cancel());
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void window.secretPrompt.cancel();
});
username.focus();

async function submit(): Promise<void> {
  save.disabled = true;
  const refusal = await window.secretPrompt.submit({ username: username.value, password: password.value, keep: keychain && keep.checked });
  save.disabled = false;
  if (refusal === null) return;
  say(refusal === 'empty' ? 'Type the user name first.' : 'That was not taken. Close this window and try again.');
  username.focus();
}

function say(words: string | null): void {
  hint.textContent = words ?? '';
  username.setAttribute('aria-invalid', String(words !== null));
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`proxy-prompt/index.html has no #${id}`);
  return found;
}
