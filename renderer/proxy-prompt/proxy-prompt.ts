import { PROXY_WORDS } from './proxy-words';

const form = element('form', HTMLFormElement);
const username = element('username', HTMLInputElement);
const password = element('password', HTMLInputElement);
const keep = element('keep', HTMLInputElement);
const hint = element('hint', HTMLParagraphElement);
const save = element('save', HTMLButtonElement);
const asked = new URLSearchParams(location.search);
const language = asked.get('lang') === 'sv' ? 'sv' : 'en';
const words = PROXY_WORDS[language];

document.documentElement.lang = language;
document.title = words.title;
element('title', HTMLHeadingElement).textContent = words.title;
element('username-words', HTMLLabelElement).textContent = words.username;
element('password-words', HTMLLabelElement).textContent = words.password;
element('cancel', HTMLButtonElement).textContent = words.cancel;
save.textContent = words.signIn;

const realm = asked.get('realm') ?? '';
const named = realm === '' ? (asked.get('proxy') ?? '') : `${asked.get('proxy')} (“${realm}”)`;
element('about', HTMLParagraphElement).textContent = words.about(named);
const keychain = asked.get('keychain') === 'true';
keep.checked = keychain;
keep.hidden = !keychain;
element('keep-words', HTMLSpanElement).textContent = keychain ? words.keep : words.noKeychain;
if (asked.get('refused') === 'true') say(words.refused);

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
  say(refusal === 'empty' ? words.empty : words.notTaken);
  username.focus();
}

function say(text: string | null): void {
  hint.textContent = text ?? '';
  username.setAttribute('aria-invalid', String(text !== null));
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`proxy-prompt/index.html has no #${id}`);
  return found;
}
