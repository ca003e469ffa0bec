import { escapeAttribute } from '@/lib/html/writing';
import { translatorOf, type Translator } from '@/lib/i18n/translator';

/** An attribute with words for an inlined script, in the language of its page: the script is the same on all pages. */
export function wordsFor(html: string, words: (t: Translator) => Record<string, string>) {
  const [, language = ''] = /<html[^>]* lang="([^"]*)"/.exec(html) ?? [];
  return `data-words="${escapeAttribute(JSON.stringify(words(translatorOf(language))))}"`;
}
