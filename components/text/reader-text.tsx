'use client';

import type { ReactNode } from 'react';
import type { Text } from './text';
import { TextContext } from './text-context';

type Props = { /** By their English. */ words: Readonly<Record<string, string>>; children: ReactNode };

/** What components of the admin and of readers' forms have in common, in the language of the site. */
export function ReaderText({ words, children }: Props) {
  const text = (message: string) => words[message] ?? message;
  const said = (sentence: string) => {
    const [number = ''] = /^\d+/.exec(sentence) ?? [];
    return text(sentence.replace(number, number && '{count}')).replace('{count}', number);
  };
  return <TextContext value={Object.assign(text, { said }) as unknown as Text}>{children}</TextContext>;
}
