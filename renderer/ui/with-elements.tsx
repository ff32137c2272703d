import { Fragment, type ReactNode } from 'react';

/** A sentence with elements in it: where the text says `[[name]]`, the element of that name stands. So a translation can put them where its language has them. */
export function withElements(text: string, elements: Readonly<Record<string, ReactNode>>): ReactNode {
  return text.split(/(\[\[\w+\]\])/).map((part, index) => {
    const name = /^\[\[(\w+)\]\]$/.exec(part)?.[1];
    return <Fragment key={index}>{name !== undefined && Object.hasOwn(elements, name) ? elements[name] : part}</Fragment>;
  });
}
