import { z } from 'zod';
import { lineOf } from '@/lib/text/visible-text';
import { alternatives, arms, goalKinds, paces, tiers, type Tier } from './line-item-names';
import { pageTypes } from './placements';

export const readerKinds = ['everyone', 'signed-in', 'signed-out'] as const;

const MAX_ITEMS = 50;

const count = (what: string, minimum: number, maximum: number) =>
  z.coerce
    .number(`${what} must be a whole number.`)
    .int(`${what} must be a whole number.`)
    .min(minimum, `${what} must be from ${minimum} to ${maximum}.`)
    .max(maximum, `${what} must be from ${minimum} to ${maximum}.`);
/** 0 is how no limit is kept. */
const limit = (what: string, maximum: number, ifEmpty = ', or empty for no limit') => {
  const sentence = `${what} must be a whole number from 1 to ${maximum.toLocaleString('en')}${ifEmpty}.`;
  return z.coerce.number(sentence).int(sentence).min(0, sentence).max(maximum, sentence);
};
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(MAX_ITEMS, `Use at most ${MAX_ITEMS} of these.`);
const ids = list(z.string().max(64)).default([]);
const host = z
  .string()
  .transform((typed) =>
    typed
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/.*$/, ''),
  )
  .pipe(
    z
      .string()
      .max(253, 'A domain can have at most 253 characters.')
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Enter domains such as news.example, separated by commas.'),
  );
const language = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}$/, 'Enter languages by their codes, such as en or de, separated by commas.');

/** All parts have to hold; an exclusion wins over an inclusion, and an empty inclusion means all. */
export const conditionSchema = z
  .object({
    pages: z.array(z.enum(pageTypes)).default([]),
    onlyTags: ids,
    notTags: ids,
    onlyAuthors: ids,
    notAuthors: ids,
    /** Of the window, in CSS pixels; 0: no limit. */
    minimumWidth: count('The width', 0, 10_000).default(0),
    maximumWidth: count('The width', 0, 10_000).default(0),
    reader: z.enum(readerKinds).default('everyone'),
    languages: list(language).default([]),
    /** 0 is Sunday; of the site's time zone, as are the hours. */
    weekdays: z.array(count('A weekday', 0, 6)).default([]),
    fromHour: count('The first hour', 0, 23).default(0),
    untilHour: count('The last hour', 0, 24).default(24),
    onlyReferrers: list(host).default([]),
    notReferrers: list(host).default([]),
  })
  .refine(({ minimumWidth, maximumWidth }) => !maximumWidth || minimumWidth <= maximumWidth, {
    path: ['maximumWidth'],
    error: 'The largest width must not be below the smallest.',
  });
export type Condition = z.output<typeof conditionSchema>;

/** The most that one reader sees of a line item; 0: no limit. */
export const capsSchema = z.object({
  page: limit('“On one page”', 20).default(0),
  session: limit('“In one visit”', 1_000).default(0),
  day: limit('“In one day”', 1_000).default(0),
});
export type Caps = z.output<typeof capsSchema>;

/** What was sold of a line item. `daily`: at most so much on one day; 0: no limit. */
export const goalSchema = z
  .object({
    kind: z.enum(goalKinds, 'Choose what is counted.').default('none'),
    amount: limit('“How much”', 1_000_000_000, '').default(0),
    daily: limit('“At most a day”', 1_000_000_000).default(0),
    pace: z.enum(paces, 'Choose a pace.').default('even'),
  })
  .refine(({ kind, amount }) => kind === 'none' || amount > 0, { path: ['amount'], error: 'Enter how much was sold.' });
export type Goal = z.output<typeof goalSchema>;

/** Of a line item that every reader gets at all times. */
export const forEveryone = {
  isReadable: true as const,
  conditions: [],
  caps: capsSchema.parse({}),
  goal: goalSchema.parse({}),
  campaignId: null,
  arm: '' as const,
};

/** What is stored may say this, and says nothing by it; typed, it is a mistake. */
const typedCondition = conditionSchema
  .refine(({ fromHour, untilHour }) => fromHour !== untilHour, {
    path: ['untilHour'],
    error: 'Enter two different hours, or none for the whole day.',
  })
  .refine(({ onlyTags, notTags }) => !onlyTags.some((id) => notTags.includes(id)), {
    path: ['notTags'],
    error: 'A tag cannot be included and excluded.',
  })
  .refine(({ onlyAuthors, notAuthors }) => !onlyAuthors.some((id) => notAuthors.includes(id)), {
    path: ['notAuthors'],
    error: 'An author cannot be included and excluded.',
  });

const typedGoal = goalSchema.refine(({ kind, amount, daily }) => kind !== 'none' || (amount === 0 && daily === 0), {
  path: ['kind'],
  error: 'Choose what was sold, or leave the amounts empty.',
});

/** What decides when a line item is shown. */
export const lineItemSettingsSchema = z.object({
  name: z
    .string()
    .transform(lineOf)
    .pipe(z.string().min(1, 'Give the line item a name.').max(80, 'Keep the name under 80 characters.')),
  tier: z.enum(tiers, 'Choose a priority.'),
  weight: count('The weight', 1, 1_000),
  conditions: z.array(typedCondition).max(alternatives.length),
  caps: capsSchema,
  goal: typedGoal,
  campaignId: z.string().max(64).nullable(),
  /** Of a test between contents. */
  arm: z.enum(arms, 'Choose an arm.').default(''),
  competitor: z
    .string()
    .transform((typed) => lineOf(typed).toLowerCase())
    .pipe(z.string().max(40, 'Keep the competitor group under 40 characters.')),
});
export type LineItemSettings = z.output<typeof lineItemSettingsSchema>;

const storedSchema = z.object({
  tier: z.enum(tiers),
  arm: z.enum(arms),
  conditions: z.array(conditionSchema),
  caps: capsSchema,
  goal: goalSchema,
});
export type StoredSettings =
  | ({ isReadable: true } & z.output<typeof storedSchema>)
  | { isReadable: false; tier: Tier; arm: ''; conditions: []; caps: Caps; goal: Goal };

/** Parses the stored columns. A line item whose conditions cannot be read is shown to nobody. */
export function parseStoredSettings(row: {
  tier: string;
  arm: string;
  conditions: string;
  caps: string;
  goal: string;
}): StoredSettings {
  const parsed = {
    tier: row.tier,
    arm: row.arm,
    conditions: parseJson(row.conditions),
    caps: parseJson(row.caps),
    goal: parseJson(row.goal),
  };
  const { data } = storedSchema.safeParse(parsed);
  if (data) return { isReadable: true, ...data };
  const { caps, goal } = forEveryone;
  return { isReadable: false, tier: 'house', arm: '', conditions: [], caps, goal };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
