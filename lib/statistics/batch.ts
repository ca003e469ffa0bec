import { z } from 'zod';
import { pageKinds } from './page-view';

/** What a slot's box went through, in this order. */
export const stages = ['eligible', 'served', 'viewable'] as const;
export type Stage = (typeof stages)[number];

/** Of one page view; a page has some twenty boxes at most. */
const MAX_EVENTS = 100;
const MAX_HEIGHT_PX = 100_000;
const MAX_HOST_LENGTH = 253;
/** A page that stays open for a month. */
const MAX_AGE_MS = 31 * 24 * 60 * 60 * 1000;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The slot (shipped ones are named, "header-slot"), its content, and which of the slot's boxes on the page. */
const box = z.string().regex(new RegExp(`^[\\w-]{1,64}\\.${uuid}\\.[1-9]\\d?$`));
const moment = z.int().min(0).max(MAX_AGE_MS);
/** Sent where the box may grow. Code in a frame says it, so one that is none spoils nothing else. */
const height = z.number().min(0).max(MAX_HEIGHT_PX).optional().catch(undefined);
const stage = z.int().min(0).max(2);
const moments = z.array(moment).min(1).max(stages.length);

const event = z.union([
  z.tuple([z.literal('view')]),
  z.tuple([z.literal('return')]),
  z.tuple([z.literal('click'), box]),
  /** How many stages were sent before, when each was reached, in ms since the page began, and the height of the content. */
  z.tuple([z.literal('slot'), box, stage, moments, height]),
  /** What the content cost: by how much it moved the page, its longest task in ms, what failed to load, and kB. */
  z.tuple([
    z.literal('cost'),
    box,
    z.number().min(0).max(100),
    z.int().min(0).max(600_000),
    z.int().min(0).max(10_000),
    z.int().min(0).max(1_000_000),
  ]),
]);
export type PageEvent = z.output<typeof event>;

const batch = z.object({
  /** Of the page view, made up by the page. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  page: z.enum(pageKinds).nullish(),
  post: z
    .string()
    .regex(new RegExp(`^${uuid}$`))
    .nullish(),
  /** The host that led here; "" without one, absent for this site's own pages. */
  from: z.string().max(1_000).transform(hostOf).nullish(),
  narrow: z.boolean(),
  events: z.array(event).min(1).max(MAX_EVENTS),
});
export type PageBatch = z.output<typeof batch>;

/** What a page sent, or null. */
export function parseBatch(json: unknown): PageBatch | null {
  return batch.safeParse(json).data ?? null;
}

/** The slot and the content of a box. */
export function partsOfBox(box: string) {
  const [slotId = '', creativeId = ''] = box.split('.');
  return { slotId, creativeId };
}

function hostOf(text: string) {
  const host = text.toLowerCase().replace(/^www\./, '');
  return host.length <= MAX_HOST_LENGTH && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host) ? host : '';
}
