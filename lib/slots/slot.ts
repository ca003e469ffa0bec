import { z } from 'zod';
import { lineOf, nameOf } from '@/lib/text/visible-text';
import { pageTypes, placementFacts, placements, type Placement } from './placements';

export const slotNameSchema = z.object({
  name: z
    .string()
    .transform(nameOf)
    .pipe(z.string().min(1, 'Give the slot a name.').max(80, 'Keep the name under 80 characters.')),
});
/** A slot that somebody adds. */
export const newSlotSchema = slotNameSchema.extend({ placement: z.enum(placements, 'Choose a placement.') });
export type NewSlot = z.input<typeof newSlotSchema>;

const MAX_SIDE_PX = 2_000;
/** AdSense’s largest side, and more than a phone’s window. */
export const MAX_GROWN_PX = 1_200;

const side = z.coerce
  .number('Enter a whole number of pixels.')
  .int('Enter a whole number of pixels.')
  .min(0, `Sizes go from 0 to ${MAX_SIDE_PX} pixels.`)
  .max(MAX_SIDE_PX, `Sizes go from 0 to ${MAX_SIDE_PX} pixels.`);
const count = (what: string, minimum: number, maximum: number) =>
  z.coerce
    .number(`${what} must be a whole number.`)
    .int(`${what} must be a whole number.`)
    .min(minimum, `${what} must be from ${minimum} to ${maximum.toLocaleString('en')}.`)
    .max(maximum, `${what} must be from ${minimum} to ${maximum.toLocaleString('en')}.`);

const pixels = (label: string) => count(`“${label}”`, 0, 5_000).default(0);
const distances = z.object({
  top: pixels('From the top of the text'),
  between: pixels('Between slots'),
  heading: pixels('Below a heading'),
  media: pixels('From images and embeds'),
  blocks: pixels('From quotes, lists, code and tables'),
});
const blockNumbers = (label: string) =>
  z
    .array(count(`Each number in “${label}”`, 1, 500))
    .max(20, 'Use at most 20 block numbers.')
    .default([]);
const FRACTION = 'A fraction must be a number from 0 to 1, such as 0.5.';

/** Where a slot is inserted between blocks, threads or posts. */
export const positionSchema = z.object({
  after: blockNumbers('After these blocks'),
  /** 0: no repetition. */
  every: count('“Repetition”', 0, 100).default(0),
  middle: z.boolean().default(false),
  end: z.boolean().default(false),
  /** Parts of the height of the text. */
  fractions: z
    .array(z.coerce.number(FRACTION).min(0, FRACTION).max(1, FRACTION))
    .max(20, 'Use at most 20 fractions.')
    .default([]),
  /** Blocks from the end: 1 is before the last. */
  fromEnd: blockNumbers('Blocks before the end'),
  maximum: count('“Maximum on one page”', 1, 20).default(3),
  /** The height up to which the box grows where its content is higher; 0: it keeps its height. */
  growsTo: count('“May grow to”', 0, MAX_GROWN_PX).default(0),
  /** In words, between two slots of one article. */
  distance: count('“Minimum words between slots”', 0, 5_000).default(80),
  /** In pixels, by device: from the top of the text, between slots, below a heading, from images and embeds, and from
   * quotes, lists, code and tables. */
  spacing: z.object({ desktop: distances.prefault({}), mobile: distances.prefault({}) }).prefault({}),
});
export type Position = z.output<typeof positionSchema>;
export type Spacing = Position['spacing'];

const ids = z.array(z.string().max(64)).max(200, 'Use at most 200 names.').default([]);

/** The pages that show a slot. Exclusions win over inclusions; an empty inclusion means all. */
export const rulesSchema = z.object({
  pages: z.array(z.enum(pageTypes)).default([...pageTypes]),
  onlyTags: ids,
  notTags: ids,
  onlyAuthors: ids,
  notAuthors: ids,
  minimumWords: count('“Minimum word count”', 0, 100_000).default(0),
});
export type Rules = z.output<typeof rulesSchema>;

export const slotSettingsSchema = z.object({
  width: side,
  height: side,
  mobileWidth: side,
  mobileHeight: side,
  label: z.string().transform(lineOf).pipe(z.string().max(60, 'Keep the label under 60 characters.')),
  position: positionSchema,
  rules: rulesSchema,
});
export type SlotSettings = z.output<typeof slotSettingsSchema>;

const half = 'Enter a width and a height, or 0 for both to leave this device out.';

/** As they are typed: what is stored may have half a size, and then reserves nothing. */
export const typedSlotSettingsSchema = slotSettingsSchema
  .refine(({ width, height }) => (width === 0) === (height === 0), { path: ['height'], error: half })
  .refine(({ mobileWidth, mobileHeight }) => (mobileWidth === 0) === (mobileHeight === 0), {
    path: ['mobileHeight'],
    error: half,
  })
  .refine(({ height, position: { growsTo } }) => growsTo === 0 || growsTo > height, {
    path: ['position', 'growsTo'],
    error: 'Enter more than the height of the slot, or 0 if it keeps its height.',
  });

/** Above a slot whose owner has written nothing else; readers get it in the site’s language. */
export const DEFAULT_LABEL = 'Advertisement';

/** The initial settings of a slot in this placement. */
export function defaultSlotSettings(placement: Placement): SlotSettings {
  const { desktop, mobile, pages, initial } = placementFacts[placement];
  const { minimumWords = 0, ...position } = initial ?? {};
  return {
    width: desktop.width,
    height: desktop.height,
    mobileWidth: mobile.width,
    mobileHeight: mobile.height,
    label: DEFAULT_LABEL,
    position: { ...positionSchema.parse({}), ...position },
    rules: {
      ...rulesSchema.parse({}),
      // Networks forbid code on error pages.
      pages: pages.filter((page) => page !== 'not-found'),
      minimumWords,
    },
  };
}

export type Stored =
  | { isReadable: true; position: Position; rules: Rules }
  | {
      isReadable: false;
      problems: string[];
      /** The default settings for the repair form, with no page selected. */
      remains: { position: Position; rules: Rules };
    };

const storedSchema = z.object({ position: positionSchema, rules: rulesSchema });

/** Parses the stored columns. A slot with invalid rules is shown on no page. */
export function parseStored(position: string, rules: string): Stored {
  const stored = { position: parseJson(position), rules: parseJson(rules) };
  const read = storedSchema.safeParse(stored);
  if (read.success) return { isReadable: true, ...read.data };
  return {
    isReadable: false,
    problems: [...new Set(read.error.issues.map(({ path }) => fieldAt(path.map(String))))],
    remains: {
      position: readableParts(positionSchema, stored.position),
      rules: { ...readableParts(rulesSchema, stored.rules), pages: [] },
    },
  };
}

/** The form field of a schema path: position.after.2 belongs to "after". */
export function fieldAt([first = 'form', second, ...within]: string[]) {
  if (second === 'spacing') return [second, ...within].join('-');
  return first === 'position' || first === 'rules' ? (second ?? first) : first;
}

export const slotStates = ['Active', 'Scheduled', 'Ended', 'Empty', 'Disabled', 'Not shown'] as const;
export type SlotState = (typeof slotStates)[number];

type Dated = { startsAt: Date | null; endsAt: Date | null };

export function slotStateOf(
  slot: { enabled: boolean; isReadable: boolean; lineItems: readonly { enabled: boolean; creative: Dated | null }[] },
  now = new Date(),
): SlotState {
  if (!slot.enabled) return 'Disabled';
  if (!slot.isReadable) return 'Not shown';
  const states = slot.lineItems.filter(({ enabled }) => enabled).map(({ creative }) => contentState(creative, now));
  return (['Active', 'Scheduled', 'Ended'] as const).find((state) => states.includes(state)) ?? 'Empty';
}

/** The state of a slot's line item. */
export function lineItemStateOf(
  item: { enabled: boolean; isReadable: boolean; creative: Dated | null },
  now = new Date(),
): SlotState {
  if (!item.enabled) return 'Disabled';
  return item.isReadable ? contentState(item.creative, now) : 'Not shown';
}

function contentState(creative: Dated | null, now: Date) {
  if (!creative) return 'Empty';
  if (creative.startsAt && creative.startsAt > now) return 'Scheduled';
  return creative.endsAt && creative.endsAt <= now ? 'Ended' : 'Active';
}

/** "728 × 90, on mobile 320 × 50", with no-break spaces. */
export function formatSize(slot: BoxSizes) {
  return formatSizes(slot).join(', ');
}

/** The same in parts, between which a line may break. */
export function formatSizes({ width, height, mobileWidth, mobileHeight }: BoxSizes) {
  const desktop = width && height ? `${width}\u00a0×\u00a0${height}` : '';
  const mobile = mobileWidth && mobileHeight ? `${mobileWidth}\u00a0×\u00a0${mobileHeight}` : '';
  if (desktop && desktop === mobile) return [desktop];
  if (desktop) return [desktop, mobile ? `on mobile ${mobile}` : 'hidden on mobile'];
  return mobile ? [mobile, 'mobile only'] : ['hidden everywhere'];
}

export type BoxSizes = { width: number; height: number; mobileWidth: number; mobileHeight: number };

// One invalid field does not affect the others.
function readableParts<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, stored: unknown) {
  const fields = Object.entries(typeof stored === 'object' && stored !== null ? stored : {});
  const isReadable = ([name, value]: [string, unknown]) => schema.partial().safeParse({ [name]: value }).success;
  return schema.parse(Object.fromEntries(fields.filter(isReadable)));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
