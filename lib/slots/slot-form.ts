import { z } from 'zod';
import { fromWallClock, toWallClock } from '@/lib/time/site-time';
import { isSeen } from '@/lib/visible-text';
import type { CreativeDraft } from './creative';
import { pageTypes, type PageType } from './placements';
import type { Arrangement, Rules } from './slot';

const typed = z.string().default('');
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');
const pageBoxes = Object.fromEntries(pageTypes.map((page) => [`page-${page}`, ticked])) as Record<
  `page-${PageType}`,
  typeof ticked
>;

/** The form of one slot, as a browser sends it. Numbers, dates and addresses are judged by the slot's own rules. */
export const slotForm = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  act: z.enum(['save', 'preview']).catch('save'),
  kind: z.enum(['code', 'image', 'text']).catch('code'),
  code: typed,
  image: z.instanceof(File).optional(),
  mediaId: typed,
  imageLink: typed,
  alt: typed,
  headline: typed,
  text: typed,
  callToAction: typed,
  textLink: typed,
  width: typed,
  height: typed,
  mobileWidth: typed,
  mobileHeight: typed,
  label: typed,
  after: typed,
  every: typed,
  middle: ticked,
  end: ticked,
  maximum: typed,
  distance: typed,
  onlyTags: typed,
  notTags: typed,
  onlyAuthors: typed,
  notAuthors: typed,
  minimumWords: typed,
  startsAt: typed,
  endsAt: typed,
  ...pageBoxes,
});
export type SlotForm = z.output<typeof slotForm>;
export type NamedIds = Pick<Rules, 'onlyTags' | 'notTags' | 'onlyAuthors' | 'notAuthors'>;

/** What the form says about sizes, places and pages; the names in it were looked up before. */
export function arrangementOf(form: SlotForm, ids: NamedIds): Arrangement {
  return {
    width: numberOf(form.width),
    height: numberOf(form.height),
    mobileWidth: numberOf(form.mobileWidth),
    mobileHeight: numberOf(form.mobileHeight),
    label: form.label,
    position: {
      after: form.after
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(Number),
      every: numberOf(form.every),
      middle: form.middle,
      end: form.end,
      maximum: form.maximum.trim() === '' ? 1 : numberOf(form.maximum),
      distance: numberOf(form.distance),
    },
    rules: {
      ...ids,
      pages: pageTypes.filter((page) => form[`page-${page}`]),
      minimumWords: numberOf(form.minimumWords),
    },
  };
}

/** What the form wants to show; null when the fields of the chosen kind are all empty. */
export function creativeOf(form: SlotForm, timeZone: string): CreativeDraft | null {
  const dates = { startsAt: momentOf(form.startsAt, timeZone), endsAt: momentOf(form.endsAt, timeZone) };
  if (form.kind === 'code') {
    // A browser sends every line of a text field with CRLF, whatever was pasted: what it shows is what is kept.
    const code = form.code.replaceAll('\r\n', '\n');
    return !isSeen(code) ? null : { kind: 'code', code, ...dates };
  }
  if (form.kind === 'image') {
    const { mediaId, alt, imageLink: linkUrl } = form;
    return [mediaId, alt, linkUrl].some(Boolean) ? { kind: 'image', mediaId, alt, linkUrl, ...dates } : null;
  }
  const { headline, text, callToAction, textLink: linkUrl } = form;
  return [headline, text, callToAction, linkUrl].some(Boolean)
    ? { kind: 'text', headline, text, callToAction, linkUrl, ...dates }
    : null;
}

/** The text fields of a form, as they were typed: what a refusal gives back. */
export function typedValues(form: SlotForm): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      if (typeof value === 'boolean') return [[name, value ? 'on' : '']];
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
    }),
  );
}

type Shown = {
  kind: string;
  code: string;
  mediaId: string | null;
  linkUrl: string;
  alt: string;
  headline: string;
  text: string;
  callToAction: string;
  startsAt: Date | null;
  endsAt: Date | null;
};

/** The same form filled with what is stored. */
export function filledForm(
  slot: Arrangement & { id: string; version: number },
  shown: Shown | null,
  { names, timeZone }: { names: ReadonlyMap<string, string>; timeZone: string },
): Record<string, string> {
  const { position, rules } = slot;
  const named = (ids: string[]) =>
    ids
      .map((id) => names.get(id) ?? '')
      .filter(Boolean)
      .join(', ');
  const boxes = {
    middle: position.middle,
    end: position.end,
    ...Object.fromEntries(pageTypes.map((page) => [`page-${page}`, rules.pages.includes(page)])),
  };
  return {
    id: slot.id,
    version: String(slot.version),
    kind: shown?.kind ?? 'code',
    code: shown?.code ?? '',
    mediaId: shown?.mediaId ?? '',
    imageLink: shown?.kind === 'image' ? shown.linkUrl : '',
    alt: shown?.alt ?? '',
    headline: shown?.headline ?? '',
    text: shown?.text ?? '',
    callToAction: shown?.callToAction ?? '',
    textLink: shown?.kind === 'text' ? shown.linkUrl : '',
    width: String(slot.width),
    height: String(slot.height),
    mobileWidth: String(slot.mobileWidth),
    mobileHeight: String(slot.mobileHeight),
    label: slot.label,
    after: position.after.join(', '),
    every: String(position.every),
    maximum: String(position.maximum),
    distance: String(position.distance),
    onlyTags: named(rules.onlyTags),
    notTags: named(rules.notTags),
    onlyAuthors: named(rules.onlyAuthors),
    notAuthors: named(rules.notAuthors),
    minimumWords: String(rules.minimumWords),
    startsAt: shown?.startsAt ? toWallClock(shown.startsAt, timeZone) : '',
    endsAt: shown?.endsAt ? toWallClock(shown.endsAt, timeZone) : '',
    ...Object.fromEntries(Object.entries(boxes).map(([name, isOn]) => [name, isOn ? 'on' : ''])),
  };
}

// An empty field is nought; anything that is no number stays none, and the rules say so at its field.
function numberOf(text: string) {
  return text.trim() === '' ? 0 : Number(text);
}

// A date that no calendar has is refused by the rules, which want a date or nothing.
function momentOf(text: string, timeZone: string): Date | null {
  if (text.trim() === '') return null;
  return fromWallClock(text, timeZone).moment ?? new Date(Number.NaN);
}
