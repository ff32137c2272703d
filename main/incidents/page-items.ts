import { Buffer } from 'node:buffer';
import { BACKSLASH, CLOSE_BRACE, CLOSE_LIST, COLON, COMMA, OPEN_BRACE, OPEN_LIST, QUOTE } from './json-signs';

/** A page taken apart. */
export interface PageParts {
  /** The text of each of its items. */
  items: string[];
  /** The text of the page without them. */
  frame: string;
}

const LIST_NAME = Buffer.from('"value"');

/**
 * Takes a page (`{"value":[…], …}` in UTF-8) apart without making one text of all of it: half a megabyte of text is memory of its own, asked of the
 * operating system for every page, and the items' few kilobytes each are not. Only where it is parted is looked at here: whoever parses the parts finds what is
 * no JSON in them. Null: not of that form; it is to be read as a whole.
 */
export function pageParts(bytes: Uint8Array): PageParts | null {
  const text = textIn(bytes);
  const list = listOf(text);
  if (list === null) return null;
  return {
    items: list.items.map(({ from, to }) => text.toString('utf8', from, to)),
    frame: text.toString('utf8', 0, list.from) + text.toString('utf8', list.to),
  };
}

/** The text of one item of a page, by its place, without making one of any other. Null: there is none, or the page is to be read as a whole. */
export function pageItem(bytes: Uint8Array, index: number): string | null {
  const text = textIn(bytes);
  const item = listOf(text)?.items[index];
  return item ? text.toString('utf8', item.from, item.to) : null;
}

/** Where a text lies: from its first byte to before the next. */
interface Span {
  from: number;
  to: number;
}

/** What lies between the brackets of a page's list. */
interface ItemList extends Span {
  items: Span[];
}

function textIn(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function listOf(text: Buffer): ItemList | null {
  const scan = new Scan(text);
  if (!scan.takes(OPEN_BRACE)) return null;
  let list: ItemList | null = null;
  while (!scan.takes(CLOSE_BRACE)) {
    const name = scan.value();
    if (name === null || !scan.takes(COLON)) return null;
    if (text.subarray(name.from, name.to).equals(LIST_NAME)) {
      // Of two lists of that name the last would count.
      if (list !== null) return null;
      list = scan.list();
      if (list === null) return null;
    } else if (scan.value() === null) return null;
    if (!scan.takes(COMMA) && !scan.sees(CLOSE_BRACE)) return null;
  }
  return scan.ended() ? list : null;
}

/** Goes along the bytes of a JSON text. */
class Scan {
  #at = 0;

  constructor(private readonly text: Buffer) {}

  /** Whether this sign comes next, which is then passed. */
  takes(sign: number): boolean {
    const taken = this.sees(sign);
    if (taken) this.#at += 1;
    return taken;
  }

  sees(sign: number): boolean {
    this.#skipSpace();
    return this.text[this.#at] === sign;
  }

  ended(): boolean {
    this.#skipSpace();
    return this.#at === this.text.length;
  }

  /** Passes a list. */
  list(): ItemList | null {
    if (!this.takes(OPEN_LIST)) return null;
    const from = this.#at;
    const items: Span[] = [];
    while (!this.sees(CLOSE_LIST)) {
      if (items.length > 0 && !this.takes(COMMA)) return null;
      const item = this.value();
      if (item === null) return null;
      items.push(item);
    }
    const to = this.#at;
    this.#at += 1;
    return { from, to, items };
  }

  /** Passes a value. Out: where it lies; null: there is none, or it does not end. */
  value(): Span | null {
    this.#skipSpace();
    const { text } = this;
    const { length } = text;
    const from = this.#at;
    let at = from;
    let depth = 0;
    for (; at < length; at += 1) {
      const sign = text[at];
      if (sign === QUOTE) {
        at += 1;
        while (at < length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1;
      } else if (sign === OPEN_BRACE || sign === OPEN_LIST) depth += 1;
      else if (sign === CLOSE_BRACE || sign === CLOSE_LIST) {
        // The end of what it stands in.
        if (depth === 0) break;
        depth -= 1;
      } else if (depth > 0 || !(sign === COMMA || sign === COLON)) continue;
      if (depth > 0) continue;
      // A text, a record or a list ends with its last sign, everything else before the next.
      at += sign === COMMA || sign === COLON ? 0 : 1;
      break;
    }
    this.#at = at;
    return at > from && at <= length && depth === 0 ? { from, to: at } : null;
  }

  #skipSpace(): void {
    for (;;) {
      const sign = this.text[this.#at];
      if (sign !== 0x20 && sign !== 0x0a && sign !== 0x0d && sign !== 0x09) return;
      this.#at += 1;
    }
  }
}
