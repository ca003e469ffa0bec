import { z } from 'zod';
import { lineOf } from '@/lib/text/visible-text';
import { pageTypes, placementFacts, type Placement } from './placements';

/** Larger than any screen is wide or any unit is tall. */
const MAX_SIDE_PX = 2_000;

const side = z.coerce
  .number('Enter a whole number of pixels.')
  .int('Enter a whole number of pixels.')
  .min(0, `Sizes go from 0 to ${MAX_SIDE_PX} pixels.`)
  .max(MAX_SIDE_PX, `Sizes go from 0 to ${MAX_SIDE_PX} pixels.`);
const count = (what: string, minimum: number, maximum: number) =>
  z.coerce
    .number(`${what} must be a whole number.`)
    .int(`${what} must be a whole number.`)
    .min(minimum, `${what} must be from ${minimum} to ${maximum}.`)
    .max(maximum, `${what} must be from ${minimum} to ${maximum}.`);

/** Where inside its place a slot stands: between blocks of an article, threads of comments or posts of a list. */
export const positionSchema = z.object({
  /** After these blocks, counted from 1. */
  after: z
    .array(count('A block number', 1, 500))
    .max(20, 'At most 20 block numbers.')
    .default([]),
  /** After every so many blocks; 0: no repetition. */
  every: count('“Every”', 0, 100).default(0),
  middle: z.boolean().default(false),
  /** Before the last block. */
  end: z.boolean().default(false),
  maximum: count('“Maximum on one page”', 1, 20).default(3),
  /** Words that lie at least between two of one article. */
  distance: count('The minimum distance', 0, 5_000).default(80),
});
export type Position = z.output<typeof positionSchema>;

const ids = z.array(z.string().max(64)).max(200, 'At most 200 names.').default([]);

/** On which pages a slot shows. An exclusion wins over an inclusion; an empty inclusion means all. */
export const rulesSchema = z.object({
  pages: z.array(z.enum(pageTypes)).default([...pageTypes]),
  onlyTags: ids,
  notTags: ids,
  onlyAuthors: ids,
  notAuthors: ids,
  minimumWords: count('The minimum word count', 0, 100_000).default(0),
});
export type Rules = z.output<typeof rulesSchema>;

/** What an owner arranges about a slot, apart from what it shows. */
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

/** What a new site's slot in this placement is like. */
export function defaultSlotSettings(placement: Placement): SlotSettings {
  const { desktop, mobile, pages, initial } = placementFacts[placement];
  const { minimumWords = 0, ...position } = initial ?? {};
  return {
    width: desktop.width,
    height: desktop.height,
    mobileWidth: mobile.width,
    mobileHeight: mobile.height,
    label: 'Advertisement',
    position: { ...positionSchema.parse({}), ...position },
    rules: {
      ...rulesSchema.parse({}),
      // Nothing is sold beside "there is no such page": networks forbid it, and it would look like mockery.
      pages: pages.filter((page) => page !== 'not-found'),
      minimumWords,
    },
  };
}

/** What is stored about where a slot stands: what was validated when it was written, or what is left of it. */
export type Stored =
  | { isReadable: true; position: Position; rules: Rules }
  | {
      isReadable: false;
      /** The fields that cannot be read. */
      problems: string[];
      /** The default settings, for the form that repairs it: with no page selected. */
      remains: { position: Position; rules: Rules };
    };

const storedSchema = z.object({ position: positionSchema, rules: rulesSchema });

/** Reads the stored columns. A slot that cannot be read has no rules to go by, so it is shown on no page. */
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

/** The field of the form in which a value is typed: position.after.2 is typed in the field "after". */
export function fieldAt([first = 'form', second]: string[]) {
  return first === 'position' || first === 'rules' ? (second ?? first) : first;
}

/** In words, as the admin's list shows it. */
export type SlotState = 'Active' | 'Scheduled' | 'Ended' | 'Empty' | 'Off' | 'Not shown';

export function slotStateOf(
  slot: { enabled: boolean; isReadable: boolean; creative: { startsAt: Date | null; endsAt: Date | null } | null },
  now = new Date(),
): SlotState {
  if (!slot.enabled) return 'Off';
  if (!slot.isReadable) return 'Not shown';
  if (!slot.creative) return 'Empty';
  if (slot.creative.startsAt && slot.creative.startsAt > now) return 'Scheduled';
  if (slot.creative.endsAt && slot.creative.endsAt <= now) return 'Ended';
  return 'Active';
}

/** "728 × 90, on mobile 320 × 50", with spaces at which a measure does not break. */
export function formatSize(slot: BoxSizes) {
  return formatSizes(slot).join(', ');
}

/** The same in its parts, so that a line breaks between them and not inside one. */
export function formatSizes({ width, height, mobileWidth, mobileHeight }: BoxSizes) {
  const desktop = width && height ? `${width}\u00a0×\u00a0${height}` : '';
  const mobile = mobileWidth && mobileHeight ? `${mobileWidth}\u00a0×\u00a0${mobileHeight}` : '';
  if (desktop && desktop === mobile) return [desktop];
  if (desktop) return [desktop, mobile ? `on mobile ${mobile}` : 'hidden on mobile'];
  return mobile ? [mobile, 'mobile only'] : ['hidden everywhere'];
}

type BoxSizes = { width: number; height: number; mobileWidth: number; mobileHeight: number };

// One field that cannot be read costs none of the others.
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
