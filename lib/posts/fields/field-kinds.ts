import { z } from 'zod';
import { safeUrl } from '@/lib/html/urls';
import { isLanguageTag } from '@/lib/web/languages';
import { lineOf, linesOf, nameOf } from '@/lib/text/visible-text';
import type { FieldDefinition, FieldKind, FieldValues } from './field-definition';
import { MAX_SERIES_TITLE } from '../series/series';
import { tagKey } from '../tagging/tag-names';

type Of<Kind extends FieldKind> = Extract<FieldDefinition, { kind: Kind }>;

export type ColumnValues = {
  [Kind in FieldKind]: Kind extends 'moment'
    ? Date | null
    : FieldValues[Kind] extends string[]
      ? string
      : FieldValues[Kind];
};

type Rules<Kind extends FieldKind> = {
  schema: (field: Of<Kind>) => z.ZodType<FieldValues[Kind], unknown>;
  empty: (field: Of<Kind>) => FieldValues[Kind];
  toColumn: (value: FieldValues[Kind]) => ColumnValues[Kind];
  fromColumn: (stored: ColumnValues[Kind], field: Of<Kind>) => FieldValues[Kind];
};

const flag = z
  .union([z.boolean(), z.string()])
  .transform((value) => value === true || value === 'on' || value === 'true' || value === '1');

const MAX_LIST_ITEMS = 500;

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')))
  .refine(
    (values) => values.length <= MAX_LIST_ITEMS,
    `At most ${MAX_LIST_ITEMS} entries are accepted here. Please remove some.`,
  )
  .transform((values) => values.map(nameOf).filter(Boolean));

const tags = list
  .transform((names) => uniqueBy(names, tagKey))
  .refine((names) => names.length <= 30, 'A post can have at most 30 tags.')
  .refine((names) => names.every((name) => [...name].length <= 60), 'A tag can have at most 60 characters.');

const series = z
  .string()
  .transform(nameOf)
  .refine(
    (title) => [...title].length <= MAX_SERIES_TITLE,
    `The title of a series can have at most ${MAX_SERIES_TITLE} characters.`,
  );

const language = z
  .string()
  .trim()
  .refine((value) => value === '' || isLanguageTag(value), 'Enter a valid language code, such as "en" or "de-AT".');

const moment = z
  .string()
  .trim()
  .refine((value) => value === '' || !Number.isNaN(Date.parse(value)), 'Enter a valid date.');

const idOrNone = z
  .string()
  .nullable()
  .transform((value) => value?.trim() || null);

const same = <T>(value: T) => value;
const asText = { empty: () => '', toColumn: same<string>, fromColumn: same<string> };
const asJson = {
  empty: () => [],
  toColumn: (value: string[]) => JSON.stringify(value),
  fromColumn: (stored: string) => JSON.parse(stored) as string[],
};

export const fieldKinds: { [Kind in FieldKind]: Rules<Kind> } = {
  line: { ...asText, schema: ({ longest, subject }) => text(longest, subject, lineOf) },
  lines: { ...asText, schema: ({ longest, subject }) => text(longest, subject, linesOf) },
  /** The sanitiser limits its length and content. */
  html: { ...asText, schema: () => z.string() },
  /** What is usable is decided with the other posts (publishing/addresses). */
  slug: { ...asText, schema: () => z.string().trim() },
  url: { ...asText, schema: ({ subject }) => webAddress(subject) },
  language: { ...asText, schema: () => language },
  choice: {
    schema: ({ options, refusal }) => z.enum(Object.keys(options), refusal),
    empty: ({ initial }) => initial,
    toColumn: same,
    fromColumn: (stored, { options, initial }) => (Object.hasOwn(options, stored) ? stored : initial),
  },
  flag: { schema: () => flag, empty: () => false, toColumn: same, fromColumn: same },
  moment: {
    schema: () => moment,
    empty: () => '',
    toColumn: (value) => (value ? new Date(value) : null),
    fromColumn: (stored) => stored?.toISOString() ?? '',
  },
  image: { schema: () => idOrNone, empty: () => null, toColumn: same, fromColumn: same },
  page: { schema: () => idOrNone, empty: () => null, toColumn: same, fromColumn: same },
  tags: { ...asJson, schema: () => tags },
  series: { ...asText, schema: () => series },
  users: { ...asJson, schema: () => list.refine((ids) => ids.length <= 10, 'A post can have at most 10 authors.') },
  placements: {
    ...asJson,
    schema: () =>
      list.refine((names) => names.length <= 20, 'At most 20 placements can be turned off. Please choose fewer.'),
  },
};

/** The rules of any field: the one cast, since the compiler cannot tie a kind to its field here. */
export function rulesOf(field: FieldDefinition) {
  const rules = fieldKinds[field.kind] as Rules<FieldKind>;
  return {
    schema: () => rules.schema(field as never),
    empty: () => rules.empty(field as never),
    toColumn: (value: unknown) => rules.toColumn(value as never),
    fromColumn: (stored: unknown) => rules.fromColumn(stored as never, field as never),
  };
}

function text(longest: number, subject: string, tidy: (value: string) => string) {
  const sentence = `${subject} can have at most ${longest.toLocaleString('en')} characters.`;
  return z
    .string()
    .transform(tidy)
    .refine((value) => isWithin(value, longest), sentence);
}

// Counts characters, not code units; skips the count where the length alone decides (a character has at most two).
function isWithin(value: string, longest: number) {
  return value.length <= 2 * longest && [...value].length <= longest;
}

function webAddress(subject: string) {
  return z
    .string()
    .trim()
    .refine(
      (value) =>
        value === '' ||
        /^\/(?![/\\])/.test(value) ||
        (/^https?:\/\//i.test(value) && URL.canParse(value) && safeUrl(value, 'media') !== null),
      `${subject} must be a full address such as https://example.org/page.`,
    );
}

function uniqueBy(values: string[], keyOf: (value: string) => string) {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
