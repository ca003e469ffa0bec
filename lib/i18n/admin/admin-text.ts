import { IntlMessageFormat } from 'intl-messageformat';
import { formatters } from '../formatters';
import type { PlaceholdersOf } from '../placeholders';
import { patternOf, valueIn } from '../sentence-patterns';
import type { DashboardLanguage } from './dashboard-language';

/** Translations by their English text. */
export type Words = Readonly<Record<string, string>>;

type Given<Names extends string> = [Names] extends [never] ? [] : [values: Record<Names, string | number>];
type Values = Record<string, string | number>;

/** Writes the texts of the admin in one language. They are named by their English, in ICU message syntax. */
export type AdminText = {
  <Message extends string>(message: Message, ...given: Given<PlaceholdersOf<Message>>): string;
  /** The text in parts, where some of it is more than text: a placeholder's value, or what a tag is replaced by. */
  parts: (message: string, values: Record<string, unknown>) => unknown[];
  /** A finished English sentence of the rules. One that has no translation stays as it is. */
  said: (sentence: string) => string;
  language: DashboardLanguage;
};

/** What tells apart two texts that are one in English: "Open##state" is "Open". */
const CONTEXT = /##\w+$/;

/** `words`: the translations, or none for English. */
export function adminTextIn(language: DashboardLanguage, words: Words): AdminText {
  const compiled = new Map<string, IntlMessageFormat>();
  const written = (message: string) => words[message] ?? message.replace(CONTEXT, '');
  // Parsing costs a hundred times more than formatting.
  const parsed = (message: string) => {
    let known = compiled.get(message);
    if (!known) {
      known = new IntlMessageFormat(written(message), language, undefined, { formatters });
      compiled.set(message, known);
    }
    return known;
  };
  const text = (message: string, values?: Values) =>
    values ? String(parsed(message).format(values)) : written(message);
  return Object.assign(text, {
    language,
    parts: (message: string, values: Record<string, unknown>) => {
      const parts: unknown = parsed(message).format(values);
      return Array.isArray(parts) ? (parts as unknown[]) : [parts];
    },
    said: saidBy({ language, words, text }),
  }) as AdminText;
}

type Saying = { language: DashboardLanguage; words: Words; text: (message: string, values?: Values) => string };

function saidBy({ language, words, text }: Saying) {
  const isWord = (sentence: string) => Object.hasOwn(words, sentence);
  const patterns = Object.keys(words)
    .filter((message) => /\{\w+\}/.test(message) && !message.includes(', plural,'))
    .map(patternOf);
  const valueOf = (value: string) => (isWord(value) ? text(value) : valueIn(language, value));
  const known = (sentence: string) => {
    if (isWord(sentence)) return text(sentence);
    for (const { sentence: message, valuesIn } of patterns) {
      const values = valuesIn(sentence);
      if (values) return text(message, mapped(values, valueOf));
    }
    return null;
  };
  const saidLine = (sentence: string) => {
    const whole = known(sentence);
    if (whole !== null) return whole;
    const parts = sentence.split(/(?<=[.!?]) (?=\p{Lu})/u).map(known);
    return parts.every((part) => part !== null) ? parts.join(' ') : sentence;
  };
  return (sentences: string) => (language === 'en' ? sentences : sentences.split('\n').map(saidLine).join('\n'));
}

function mapped(values: Record<string, string>, change: (value: string) => string) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
