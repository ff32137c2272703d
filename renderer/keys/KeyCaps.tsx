import { keyWords } from './keymap';
import './keys.css';

const IS_MAC = navigator.userAgent.includes('Mac OS');

/** The first of an action's keys, drawn as keys. */
export function KeyCaps({ keys: [first] }: { keys: readonly string[] }) {
  if (first === undefined) return null;
  return <kbd className="key-caps">{keyWords(first, IS_MAC)}</kbd>;
}
