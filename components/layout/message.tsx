import { createElement, Fragment, type ReactNode } from 'react';

/** A sentence in parts (lib/i18n/translator.ts), some of them elements. */
export function Message({ parts }: { parts: readonly ReactNode[] }) {
  return createElement(Fragment, null, ...parts);
}

/** Links for the tags of a sentence, by address. */
export function linksTo<Name extends string>(addresses: Record<Name, string>) {
  const links = Object.entries<string>(addresses).map(([name, href]) => [
    name,
    (text: ReactNode): ReactNode => createElement('a', { href }, text),
  ]);
  return Object.fromEntries(links) as Record<Name, (text: ReactNode) => ReactNode>;
}
