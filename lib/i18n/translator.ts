import 'server-only';
import { IntlMessageFormat } from 'intl-messageformat';
import { directionOf } from '@/lib/web/languages';
import type { Catalogue, MessageKey, ValuesOf } from './catalogue';
import type { PluralForms } from './plural-forms';
import { formatters } from './formatters';
import { isolated } from './isolation';
import { catalogueLanguageOf, catalogues, FALLBACK_LANGUAGE } from './languages';

type Given<Values> = keyof Values extends never ? [] : [values: Values];

/** What stands for "<name>…</name>" in a message. */
type Tags<Node> = Record<string, (text: string) => Node>;

/** Writes the messages of one language. A value in letters of the other direction is isolated from the words around it. */
export type Translator = {
  <Key extends MessageKey>(key: Key, ...given: Given<ValuesOf<Key>>): string;
  /** The message in parts, where some of it is more than text: a placeholder's value or what a tag is replaced by. */
  parts: <Key extends MessageKey, Node>(
    key: Key,
    values: ValuesOf<Key, string | number | Node>,
    tags?: Tags<Node>,
  ) => (string | Node)[];
  /** The message for each plural category of the language, for a choice in the browser. */
  forms: (key: MessageKey, values?: Record<string, string>) => PluralForms;
};

const translators = new Map<string, Translator>();

/** The translator for a site's language; English where a language has no catalogue. */
export function translatorOf(language: string): Translator {
  let known = translators.get(language);
  if (!known) translators.set(language, (known = createTranslator(language)));
  return known;
}

function createTranslator(tag: string): Translator {
  const translated = catalogueLanguageOf(tag);
  const language = translated === null ? FALLBACK_LANGUAGE : tag;
  const catalogue = catalogues[translated ?? FALLBACK_LANGUAGE]!;
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  const message = (key: MessageKey) => {
    let known = compiled.get(key);
    if (!known) compiled.set(key, (known = compile(catalogue, key, language)));
    return known;
  };
  const direction = directionOf(language);
  const within = (values: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value, direction)]));
  const write = (key: MessageKey, values: Record<string, unknown>) =>
    String(message(key).format(within(values) as Record<string, string>));
  const translate = (key: MessageKey, values?: Record<string, string | number>) =>
    values ? write(key, values) : catalogue[key];
  return Object.assign(translate, {
    parts: (key: MessageKey, values: Record<string, unknown>, tags: Tags<unknown> = {}) =>
      partsOf(message(key), within(values), tags),
    forms: (key: MessageKey, values: Record<string, string> = {}) =>
      Object.fromEntries(samples(language).map(([category, count]) => [category, write(key, { ...values, count })])),
  }) as Translator;
}

// Parsing costs a hundred times more than formatting.
function compile(catalogue: Catalogue, key: MessageKey, language: string) {
  return new IntlMessageFormat(catalogue[key], language, undefined, { formatters });
}

function partsOf(message: IntlMessageFormat, values: Record<string, unknown>, tags: Tags<unknown>) {
  const replaced = Object.fromEntries(
    Object.entries(tags).map(([name, replace]) => [name, (inside: unknown[]) => replace(inside.join(''))]),
  );
  const parts: unknown = message.format({ ...values, ...replaced });
  return Array.isArray(parts) ? (parts as unknown[]) : [parts];
}

/** A number of each plural category; that of millions is the last to come. */
function samples(language: string) {
  const rules = new Intl.PluralRules(language);
  const numbers = [...Array(200).keys(), 1_000_000].toReversed();
  return Object.entries(Object.fromEntries(numbers.map((number) => [rules.select(number), number])));
}
