import { conditionSchema, type Condition, type Goal, type LineItemSettings } from './line-item';
import { alternativeField, alternatives, weekdayNames } from './line-item-names';
import { pageTypes } from './placements';
import type { NamedIds } from './slot-fields';

type Typed = Record<string, string>;

const plainFields = [
  'name',
  'tier',
  'weight',
  'competitor',
  'campaign',
  'arm',
  'cap-page',
  'cap-session',
  'cap-day',
  'goal-kind',
  'goal-amount',
  'goal-daily',
  'goal-pace',
] as const;
const alternativeFields = [
  ...pageTypes.map((page) => `page-${page}`),
  ...weekdayNames.map((_, index) => `weekday-${index}`),
  'onlyTags',
  'notTags',
  'onlyAuthors',
  'notAuthors',
  'minimumWidth',
  'maximumWidth',
  'reader',
  'languages',
  'fromHour',
  'untilHour',
  'onlyReferrers',
  'notReferrers',
];

export const lineItemFields: readonly string[] = [
  ...plainFields,
  ...alternatives.flatMap((index) => alternativeFields.map((name) => alternativeField(index, name))),
];

/** The form field of a schema path. */
export function lineItemFieldAt([first = 'form', second = '', third = '']: string[]) {
  if (first === 'caps') return `cap-${second}`;
  if (first === 'campaignId') return 'campaign';
  if (first === 'goal') return `goal-${second}`;
  if (first !== 'conditions') return first;
  const isTicked = third === 'pages' || third === 'weekdays';
  return alternativeField(Number(second), isTicked ? `${third.slice(0, -1)}-0` : third);
}

/** The settings in a form, with names already resolved to ids. An alternative in which nothing is set is left out. */
export function lineItemSettingsOf(typed: Typed, ids: readonly NamedIds[]): LineItemSettings {
  return {
    name: typed.name ?? '',
    // The schema refuses what is none.
    tier: (typed.tier ?? '') as LineItemSettings['tier'],
    weight: numberIn(typed.weight, 1),
    competitor: typed.competitor ?? '',
    campaignId: typed.campaign || null,
    // The schema refuses what is none.
    arm: (typed.arm ?? '') as LineItemSettings['arm'],
    caps: {
      page: limitIn(typed['cap-page']),
      session: limitIn(typed['cap-session']),
      day: limitIn(typed['cap-day']),
    },
    goal: {
      // The schema refuses what is none.
      kind: (typed['goal-kind'] || 'none') as Goal['kind'],
      amount: limitIn(typed['goal-amount']),
      daily: limitIn(typed['goal-daily']),
      pace: (typed['goal-pace'] || 'even') as Goal['pace'],
    },
    conditions: alternatives.flatMap((index) => {
      const condition = conditionIn((name) => typed[alternativeField(index, name)] ?? '', ids[index]);
      return isSet(condition) ? [condition] : [];
    }),
  };
}

/** The form of stored settings. */
export function typedLineItem(
  {
    name,
    tier,
    weight,
    competitor,
    campaignId,
    arm,
    caps,
    goal,
    conditions,
  }: Omit<LineItemSettings, 'conditions'> & { conditions: readonly Condition[] },
  names: ReadonlyMap<string, string>,
): Typed {
  return {
    name,
    tier,
    weight: String(weight),
    competitor,
    campaign: campaignId ?? '',
    arm,
    'cap-page': limitText(caps.page),
    'cap-session': limitText(caps.session),
    'cap-day': limitText(caps.day),
    'goal-kind': goal.kind,
    'goal-amount': limitText(goal.amount),
    'goal-daily': limitText(goal.daily),
    'goal-pace': goal.pace,
    ...Object.assign({}, ...conditions.map((condition, index) => typedCondition(condition, index, names))),
  } as Typed;
}

function conditionIn(typed: (name: string) => string, ids: NamedIds = noIds): Condition {
  return {
    ...ids,
    pages: pageTypes.filter((page) => typed(`page-${page}`) === 'on'),
    weekdays: [...weekdayNames.keys()].filter((index) => typed(`weekday-${index}`) === 'on'),
    minimumWidth: numberIn(typed('minimumWidth')),
    maximumWidth: numberIn(typed('maximumWidth')),
    // The schema refuses what is none.
    reader: (typed('reader') || 'everyone') as Condition['reader'],
    languages: listIn(typed('languages')),
    fromHour: numberIn(typed('fromHour')),
    untilHour: numberIn(typed('untilHour'), 24),
    onlyReferrers: listIn(typed('onlyReferrers')),
    notReferrers: listIn(typed('notReferrers')),
  };
}

const noIds: NamedIds = { onlyTags: [], notTags: [], onlyAuthors: [], notAuthors: [] };

function isSet(condition: Condition) {
  return JSON.stringify(sorted(condition)) !== JSON.stringify(sorted(conditionSchema.parse({})));
}

function sorted(condition: Condition) {
  return Object.entries(condition).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function typedCondition(condition: Condition, index: number, names: ReadonlyMap<string, string>): Typed {
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []).join(', ');
  const { pages, weekdays, minimumWidth, maximumWidth, reader, fromHour, untilHour } = condition;
  const typed: Typed = {
    ...Object.fromEntries(pages.map((page) => [`page-${page}`, 'on'])),
    ...Object.fromEntries(weekdays.map((weekday) => [`weekday-${weekday}`, 'on'])),
    onlyTags: namesOf(condition.onlyTags),
    notTags: namesOf(condition.notTags),
    onlyAuthors: namesOf(condition.onlyAuthors),
    notAuthors: namesOf(condition.notAuthors),
    minimumWidth: limitText(minimumWidth),
    maximumWidth: limitText(maximumWidth),
    reader,
    languages: condition.languages.join(', '),
    fromHour: limitText(fromHour),
    untilHour: untilHour === 24 ? '' : String(untilHour),
    onlyReferrers: condition.onlyReferrers.join(', '),
    notReferrers: condition.notReferrers.join(', '),
  };
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [alternativeField(index, name), value]));
}

function listIn(typed: string) {
  return typed.split(/[\s,;]+/).filter(Boolean);
}

// An empty field is no limit; the schema rejects anything that is not a number.
function numberIn(typed = '', ifEmpty = 0) {
  return typed.trim() === '' ? ifEmpty : Number(withoutGroups(typed));
}

/** A whole number without the signs between its groups: "12,000" as "12 000", "12.000" and "12’000". */
function withoutGroups(typed: string) {
  return /^\s*\d{1,3}(?:[,.’'\s]\d{3})+\s*$/.test(typed) ? typed.replace(/\D/g, '') : typed;
}

// A zero that was typed is no limit that anybody wants, and what an empty field says already.
function limitIn(typed = '') {
  return typed.trim() === '' ? 0 : Number(withoutGroups(typed)) || NaN;
}

function limitText(limit: number) {
  return limit === 0 ? '' : String(limit);
}
