import { z } from 'zod';
import { fromWallClock, toWallClock } from '@/lib/time/site-time';
import { isSeen } from '@/lib/text/visible-text';
import { consents, type Consent } from './consent';
import { codeIsolations, creativeKinds, type CreativeDraft, type Isolation } from './creative';
import type { SlotSettings } from './slot';
import { fieldLabels, typedSlotSettings, type SlotSettingsField } from './slot-fields';

const typed = z.string().default('');
// The one cast: every field has a label.
const names = Object.keys(fieldLabels) as SlotSettingsField[];
const typedSettings = z.object(
  Object.fromEntries(names.map((name) => [name, typed])) as Record<SlotSettingsField, typeof typed>,
);

/** What the forms of slots and of line items have for their content. */
export const contentFields = {
  intent: z.enum(['save', 'preview', 'test']).catch('save'),
  kind: z.enum(creativeKinds).catch('code'),
  code: typed,
  isolation: z.enum(codeIsolations).catch('sandboxed'),
  /** "": as recognised. */
  consent: z.enum(['', ...consents]).catch(''),
  /** Asked for when code is to run in the page. */
  ownPassword: typed,
  image: z.instanceof(File).optional(),
  mediaId: typed,
  imageLink: typed,
  alt: typed,
  headline: typed,
  text: typed,
  callToAction: typed,
  textLink: typed,
  startsAt: typed,
  endsAt: typed,
};
type ContentForm = z.output<z.ZodObject<typeof contentFields>>;

/** The form of a slot; numbers, dates and URLs are validated by the settings schema. */
export const slotForm = typedSettings.extend({
  id: z.string(),
  version: z.coerce.number().int(),
  ...contentFields,
});
export type SlotForm = z.output<typeof slotForm>;

/** The content in a form. Null without code, which empties a slot: whoever chose an image or a text means to show one. */
export function creativeOf(form: ContentForm, timeZone: string): CreativeDraft | null {
  const dates = { startsAt: momentOf(form.startsAt, timeZone), endsAt: momentOf(form.endsAt, timeZone) };
  if (form.kind === 'code') {
    // Browsers submit line breaks as CRLF.
    const code = form.code.replaceAll('\r\n', '\n');
    const consent = form.consent ? { consent: form.consent } : {};
    return !isSeen(code) ? null : { kind: 'code', code, isolation: form.isolation, ...consent, ...dates };
  }
  if (form.kind === 'image') {
    const { mediaId, alt, imageLink: linkUrl } = form;
    return { kind: 'image', mediaId, alt, linkUrl, ...dates };
  }
  const { headline, text, callToAction, textLink: linkUrl } = form;
  return { kind: 'text', headline, text, callToAction, linkUrl, ...dates };
}

export type ShownContent = {
  kind: string;
  isolation: Isolation;
  consent: Consent;
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

/** The content fields of what is stored. */
export function typedCreative(shown: ShownContent | null, timeZone: string) {
  return {
    kind: shown?.kind ?? 'code',
    code: shown?.code ?? '',
    isolation: shown?.kind === 'code' ? shown.isolation : 'sandboxed',
    consent: shown?.kind === 'code' ? shown.consent : '',
    mediaId: shown?.mediaId ?? '',
    imageLink: shown?.kind === 'image' ? shown.linkUrl : '',
    alt: shown?.alt ?? '',
    headline: shown?.headline ?? '',
    text: shown?.text ?? '',
    callToAction: shown?.callToAction ?? '',
    textLink: shown?.kind === 'text' ? shown.linkUrl : '',
    startsAt: shown?.startsAt ? toWallClock(shown.startsAt, timeZone) : '',
    endsAt: shown?.endsAt ? toWallClock(shown.endsAt, timeZone) : '',
  };
}

export function filledForm(
  slot: SlotSettings & { id: string; version: number },
  shown: ShownContent | null,
  { names, timeZone }: { names: ReadonlyMap<string, string>; timeZone: string },
): Record<string, string> {
  return {
    id: slot.id,
    version: String(slot.version),
    ...typedCreative(shown, timeZone),
    ...typedSlotSettings(slot, names),
  };
}

/** The text fields as typed, without the password, to be returned with an error. */
export function typedValues({
  ownPassword: _password,
  ...form
}: ContentForm & Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}

// The schema rejects invalid dates.
function momentOf(text: string, timeZone: string): Date | null {
  if (text.trim() === '') return null;
  return fromWallClock(text, timeZone).moment ?? new Date(Number.NaN);
}
