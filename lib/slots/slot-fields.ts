import { devices } from './article-geometry';
import { pageTypeNames, pageTypes, type PageType } from './placements';
import type { SlotSettings, Position, Rules, Spacing } from './slot';

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
  after: numbersField('After these blocks'),
  every: numberField('Repetition'),
  middle: tickedField('In the middle of the article'),
  end: tickedField('Before the last block'),
  fractions: numbersField('At these parts of the text'),
  fromEnd: numbersField('Blocks before the end'),
  maximum: numberField('Maximum on one page', 1),
  distance: numberField('Minimum words between slots'),
  growsTo: numberField('May grow to'),
} satisfies Fields<Omit<Position, 'spacing'>>;

const distances = {
  top: numberField('From the top of the text'),
  between: numberField('Between slots'),
  heading: numberField('Below a heading'),
  media: numberField('From images and embeds'),
  blocks: numberField('From quotes, lists, code and tables'),
} satisfies Fields<Spacing['desktop']>;
type Distance = keyof typeof distances;
// The one cast: its own keys.
const distanceNames = Object.keys(distances) as Distance[];
export const spacingNames = distanceNames.map((name) => [name, distances[name].label] as const);

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
type SpacingField = `spacing-${keyof Spacing}-${Distance}`;

export function pageField(page: PageType): PageField {
  return `page-${page}`;
}

export function spacingField(device: keyof Spacing, distance: Distance): SpacingField {
  return `spacing-${device}-${distance}`;
}

const fields = { ...columns, ...position, ...rules };
export type SlotSettingsField = keyof typeof fields | keyof NamedIds | PageField | SpacingField;

export const fieldLabels = labels();

/** The settings in a form, with names already resolved to ids. */
export function settingsOf(form: Record<SlotSettingsField, string>, ids: NamedIds): SlotSettings {
  return {
    ...parseFields(columns, form),
    position: { ...parseFields(position, form), spacing: parseSpacing(form) },
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
    ...formatFields<Omit<Position, 'spacing'>>(position, settings.position),
    ...bySpacing((device, distance) => String(settings.position.spacing[device][distance])),
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
  const deviceNames = { desktop: 'Desktop', mobile: 'Mobile' };
  const spacingLabels = bySpacing((device, distance) => `${deviceNames[device]}: ${distances[distance].label}`);
  return { ...Object.fromEntries([...typedLabels, ...pageLabels]), ...spacingLabels, ...named } as Record<
    SlotSettingsField,
    string
  >;
}

function bySpacing(valueOf: (device: keyof Spacing, distance: Distance) => string): Record<string, string> {
  return Object.fromEntries(
    devices.flatMap((device) =>
      distanceNames.map((distance) => [spacingField(device, distance), valueOf(device, distance)]),
    ),
  );
}

function parseSpacing(form: Record<SlotSettingsField, string>): Spacing {
  const of = (device: keyof Spacing) => parseFields(distances, distancesIn(form, device));
  return { desktop: of('desktop'), mobile: of('mobile') };
}

function distancesIn(form: Record<SlotSettingsField, string>, device: keyof Spacing) {
  return Object.fromEntries(distanceNames.map((distance) => [distance, form[spacingField(device, distance)]]));
}

// Written with commas between numbers, or as percentages.
function numbersField(label: string): Field<number[]> {
  return {
    label,
    format: (numbers) => numbers.join(', '),
    parse: (typed) =>
      typed
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((word) => (word.endsWith('%') ? Number(word.slice(0, -1)) / 100 : Number(word))),
  };
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
