import { pageTypeNames, pageTypes, type PageType } from './placements';
import type { SlotSettings, Position, Rules } from './slot';

/** Converts a setting to and from its form field; the settings schema validates it. */
type Field<Value> = { label: string; format: (value: Value) => string; parse: (typed: string) => Value };
type Fields<Part> = { [Name in keyof Part]: Field<Part[Name]> };
/** Typed as names, stored as ids. */
export type NamedIds = Pick<Rules, 'onlyTags' | 'notTags' | 'onlyAuthors' | 'notAuthors'>;

const columns = {
  width: numberField('Width'),
  height: numberField('Height'),
  mobileWidth: numberField('Mobile width'),
  mobileHeight: numberField('Mobile height'),
  label: { label: 'Text above the slot', format: String, parse: String },
} satisfies Fields<Omit<SlotSettings, 'position' | 'rules'>>;

const position = {
  after: {
    label: 'After these blocks',
    format: (blocks) => blocks.join(', '),
    parse: (typed) =>
      typed
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(Number),
  },
  every: numberField('Repetition'),
  middle: tickedField('In the middle of the article'),
  end: tickedField('Before the last block'),
  maximum: numberField('Maximum on one page', 1),
  distance: numberField('Minimum words between slots'),
} satisfies Fields<Position>;

const rules = { minimumWords: numberField('Minimum word count') } satisfies Fields<
  Omit<Rules, 'pages' | keyof NamedIds>
>;

const named = {
  onlyTags: 'Only with these tags',
  notTags: 'Not with these tags',
  onlyAuthors: 'Only by these authors',
  notAuthors: 'Not by these authors',
} satisfies Record<keyof NamedIds, string>;

type PageField = `page-${PageType}`;

export function pageField(page: PageType): PageField {
  return `page-${page}`;
}

const fields = { ...columns, ...position, ...rules };
export type SlotSettingsField = keyof typeof fields | keyof NamedIds | PageField;

export const fieldLabels = labels();

/** The settings in a form, with names already resolved to ids. */
export function settingsOf(form: Record<SlotSettingsField, string>, ids: NamedIds): SlotSettings {
  return {
    ...parseFields(columns, form),
    position: parseFields(position, form),
    rules: {
      ...ids,
      pages: pageTypes.filter((page) => form[pageField(page)] === 'on'),
      ...parseFields(rules, form),
    },
  };
}

export function typedSlotSettings(settings: SlotSettings, names: ReadonlyMap<string, string>): Record<string, string> {
  const { pages, ...ruled } = settings.rules;
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []).join(', ');
  return {
    ...formatFields(columns, settings),
    ...formatFields(position, settings.position),
    ...formatFields(rules, ruled),
    onlyTags: namesOf(ruled.onlyTags),
    notTags: namesOf(ruled.notTags),
    onlyAuthors: namesOf(ruled.onlyAuthors),
    notAuthors: namesOf(ruled.notAuthors),
    ...Object.fromEntries(pageTypes.map((page) => [pageField(page), pages.includes(page) ? 'on' : ''])),
  };
}

function labels(): Record<SlotSettingsField, string> {
  const typedLabels = Object.entries(fields).map(([name, { label }]) => [name, label]);
  const pageLabels = pageTypes.map((page) => [pageField(page), pageTypeNames[page]]);
  // The one cast: every field and every page type is in it.
  return { ...Object.fromEntries([...typedLabels, ...pageLabels]), ...named } as Record<SlotSettingsField, string>;
}

// An empty field is zero; the schema rejects anything that is not a number.
function numberField(label: string, ifEmpty = 0): Field<number> {
  return { label, format: String, parse: (typed) => (typed.trim() === '' ? ifEmpty : Number(typed)) };
}

function tickedField(label: string): Field<boolean> {
  return { label, format: (isTicked) => (isTicked ? 'on' : ''), parse: (typed) => typed === 'on' };
}

function parseFields<Part>(fields: Fields<Part>, form: Record<string, string>) {
  // The one cast: the table has a field for each key.
  const part = {} as Part;
  for (const name in fields) part[name] = fields[name].parse(form[name] ?? '');
  return part;
}

function formatFields<Part>(fields: Fields<Part>, part: NoInfer<Part>) {
  const typed: Record<string, string> = {};
  for (const name in fields) typed[name] = fields[name].format(part[name]);
  return typed;
}
