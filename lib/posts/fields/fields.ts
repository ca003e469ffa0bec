import { closingChoices } from './closing-choices';
import type { FieldDefinition, FieldFacts, FieldKind, FieldValues } from './field-definition';
import { sharingFields } from './sharing-fields';

/** Every editable field of a post; forms, revisions and previews follow it (docs/how-to/add-a-post-field.md). */
export const postFieldDefinitions = {
  title: {
    kind: 'line',
    longest: 300,
    subject: 'The title',
    label: 'Title',
    group: 'document',
    column: true,
    isPublic: true,
    isInLists: true,
    countsAsChange: true,
  },
  subtitle: {
    kind: 'line',
    longest: 500,
    subject: 'The subtitle',
    label: 'Subtitle',
    group: 'document',
    column: true,
    isPublic: true,
    isInLists: true,
    countsAsChange: true,
  },
  bodyHtml: { kind: 'html', label: 'Text', group: 'document', column: true, isPublic: false, countsAsChange: true },
  /** Empty: made from the title on publishing. */
  slug: {
    kind: 'slug',
    label: 'URL slug',
    hint: 'Generated from the title if left empty',
    group: 'details',
    column: false,
    isPublic: true,
    countsAsChange: false,
  },
  parentId: {
    kind: 'page',
    label: 'Parent page',
    onlyFor: 'page',
    isForEditors: true,
    group: 'details',
    column: true,
    isPublic: false,
    countsAsChange: false,
  },
  tags: {
    kind: 'tags',
    label: 'Tags',
    hint: 'Separated by commas',
    onlyFor: 'post',
    group: 'details',
    column: false,
    isPublic: true,
    countsAsChange: true,
  },
  /** The title of a series; its place in it is decided there (series/). */
  series: {
    kind: 'series',
    label: 'Series',
    hint: 'Choose one, or write the title of a new one. The post becomes its last part.',
    onlyFor: 'post',
    group: 'details',
    column: false,
    isPublic: false,
    countsAsChange: false,
  },
  excerpt: {
    kind: 'lines',
    longest: 1_000,
    subject: 'The excerpt',
    label: 'Excerpt',
    hint: 'One or two sentences for lists, feeds and search engines',
    group: 'details',
    column: true,
    isPublic: true,
    isInLists: true,
    countsAsChange: true,
  },
  coverId: {
    kind: 'image',
    label: 'Featured image',
    group: 'cover',
    column: true,
    isPublic: false,
    countsAsChange: true,
  },
  coverAlt: {
    kind: 'line',
    longest: 1_000,
    subject: 'The alt text',
    label: 'Featured image alt text',
    drawerLabel: 'Alt text',
    group: 'cover',
    column: true,
    isPublic: true,
    isInLists: true,
    countsAsChange: true,
  },
  coverCaption: {
    kind: 'line',
    longest: 500,
    subject: 'The caption',
    label: 'Featured image caption',
    drawerLabel: 'Caption',
    group: 'cover',
    column: true,
    isPublic: true,
    countsAsChange: true,
  },
  coverCredit: {
    kind: 'line',
    longest: 200,
    subject: 'The credit',
    label: 'Featured image credit',
    drawerLabel: 'Credit',
    group: 'cover',
    column: true,
    isPublic: true,
    countsAsChange: true,
  },
  authorIds: {
    kind: 'users',
    label: 'Authors',
    isForEditors: true,
    group: 'options',
    column: false,
    isPublic: true,
    countsAsChange: true,
  },
  commentsMode: {
    kind: 'choice',
    options: { open: 'Open', closed: 'Closed: existing comments stay', off: 'Off: no comments at all' },
    initial: 'open',
    refusal: 'Choose Open, Closed or Off.',
    label: 'Comments',
    group: 'options',
    column: true,
    isPublic: true,
    isInLists: true,
    countsAsChange: false,
  },
  commentsClosing: {
    kind: 'choice',
    options: closingChoices,
    initial: 'site',
    refusal: 'Choose when comments close.',
    label: 'Comments close',
    hint: 'Counts while comments are open.',
    isShown: ({ commentsMode }) => commentsMode === 'open',
    group: 'options',
    column: true,
    isPublic: true,
    countsAsChange: false,
  },
  contentsMode: {
    kind: 'choice',
    options: { auto: 'Automatic: from four headings on', on: 'On', off: 'Off' },
    initial: 'auto',
    refusal: 'Choose Automatic, On or Off.',
    label: 'Table of contents',
    group: 'options',
    column: true,
    isPublic: true,
    countsAsChange: false,
  },
  sensitive: {
    kind: 'flag',
    states: { label: 'Sensitive subject', on: 'Yes: no ads on it or beside it', off: 'No' },
    label: 'Sensitive subject',
    drawerLabel: 'Sensitive subject: show no ads on this post',
    hint: 'Death, violence, illness. In lists no ad stands beside it either.',
    group: 'options',
    column: true,
    isPublic: true,
    isInLists: true,
    countsAsChange: false,
  },
  adsMode: {
    kind: 'choice',
    options: { on: 'Default', own: 'Images and text only, no pasted code', off: 'None' },
    initial: 'on',
    refusal: 'Choose Default, Images and text only, or None.',
    label: 'Ad slots',
    group: 'options',
    column: true,
    isPublic: true,
    countsAsChange: false,
  },
  adsOff: {
    kind: 'placements',
    label: 'Placements turned off',
    drawerLabel: 'Turn off individual placements',
    isShown: ({ adsMode }) => adsMode !== 'off',
    group: 'options',
    column: true,
    isPublic: true,
    countsAsChange: false,
  },
  pinned: {
    kind: 'flag',
    states: { label: 'Top of the home page', on: 'Pinned', off: 'Not pinned' },
    label: 'Pinned',
    drawerLabel: 'Pin to the top of the home page',
    onlyFor: 'post',
    isForEditors: true,
    group: 'options',
    column: false,
    isPublic: true,
    countsAsChange: false,
  },
  pinnedUntil: {
    kind: 'moment',
    label: 'Pinned until',
    hint: 'Leave empty for no end date.',
    isShown: ({ pinned }) => pinned,
    onlyFor: 'post',
    isForEditors: true,
    group: 'options',
    column: true,
    isPublic: false,
    countsAsChange: false,
  },
  ...sharingFields,
  locale: {
    kind: 'language',
    label: 'Language',
    group: null,
    column: true,
    isPublic: true,
    isInLists: true,
    countsAsChange: false,
  },
} as const satisfies Record<string, FieldDefinition>;

export type PostFieldDefinitions = typeof postFieldDefinitions;
export type PostFieldName = keyof PostFieldDefinitions;
export type KindOf<Name extends PostFieldName> = PostFieldDefinitions[Name]['kind'];

export type FieldsWith<Wanted> = {
  [Name in PostFieldName]: PostFieldDefinitions[Name] extends Wanted ? Name : never;
}[PostFieldName];

type ValueOf<Definition extends FieldDefinition> = Definition extends { kind: 'choice'; options: infer Options }
  ? keyof Options & string
  : FieldValues[Definition['kind']];

export type PostFields = { -readonly [Name in PostFieldName]: ValueOf<PostFieldDefinitions[Name]> };

export const postFieldNames = Object.keys(postFieldDefinitions) as PostFieldName[];

export function definitionOf(name: PostFieldName): FieldDefinition {
  return postFieldDefinitions[name];
}

/** The names of the fields with these properties, in form order. */
export function fieldsWith<const Wanted extends Partial<FieldFacts & { kind: FieldKind }>>(wanted: Wanted) {
  return postFieldNames.filter((name) => meets(definitionOf(name), wanted)) as FieldsWith<Wanted>[];
}

function meets(definition: FieldDefinition, wanted: object) {
  const facts: Record<string, unknown> = definition;
  return Object.entries(wanted).every(([fact, value]) => facts[fact] === value);
}

/** The images that were chosen for a post, besides those in its text. */
export function chosenImagesOf(fields: PostFields) {
  return fieldsWith({ kind: 'image' }).flatMap((name) => fields[name] ?? []);
}

/** Maps field names to values: the one cast between lists of names and objects. */
export function fieldMap<Values extends Partial<Record<PostFieldName, unknown>>>(
  names: readonly (keyof Values & PostFieldName)[],
  valueOf: (name: keyof Values & PostFieldName) => unknown,
) {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Values;
}
