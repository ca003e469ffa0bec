import { z } from 'zod';
import { normaliseEmail } from '@/lib/auth/email';
import { lineOf, linesOf } from '@/lib/text/visible-text';

/** Of its address. Posts of earlier versions may have it while there is no media kit. */
export const MEDIA_KIT_SLUG = 'media-kit';
/** Before the id of a slot: its checkbox. */
export const FOR_SALE_FIELD = 'for-sale-';
/** A rate of fewer would say little. */
const LEAST_IMPRESSIONS = 100;
/** Clicks are a hundred times rarer. */
const LEAST_FOR_CLICKS = 1_000;

/** The page on which a site offers its slots: whether there is one, its text and whom to ask. */
export const mediaKitSchema = z
  .object({
    mediaKit: z.boolean(),
    mediaKitText: z.string().transform(linesOf).pipe(z.string().max(4_000, 'Use at most 4,000 characters here.')),
    mediaKitContact: z.string().transform((value, context) => {
      const contact = contactOf(value);
      if (contact !== null) return contact;
      context.addIssue({
        code: 'custom',
        message: 'Enter an e-mail address such as ida@example.org, or a web address that begins with https://.',
      });
      return z.NEVER;
    }),
  })
  .refine(({ mediaKit, mediaKitContact }) => !mediaKit || mediaKitContact !== '', {
    path: ['mediaKitContact'],
    error: 'Enter how advertisers reach you, or leave the page off.',
  });
export type MediaKitSettings = z.output<typeof mediaKitSchema>;

/** Where the contact leads. */
export function contactLink(contact: string) {
  return contact.startsWith('http') ? contact : `mailto:${contact}`;
}

export type Measured = { served: number; viewable: number; exactlyClicked: { served: number; clicks: number } };
/** Rates from 0 to 1; null: not yet measured. */
export type SlotRates = { impressions: number | null; viewable: number | null; clicks: number | null };

/** What may be said of a slot by what was counted; clicks only of content whose clicks are counted and not guessed. */
export function ratesOf({ served, viewable, exactlyClicked }: Measured): SlotRates {
  const isMeasured = served >= LEAST_IMPRESSIONS;
  return {
    impressions: isMeasured ? served : null,
    viewable: isMeasured ? viewable / served : null,
    clicks: exactlyClicked.served >= LEAST_FOR_CLICKS ? exactlyClicked.clicks / exactlyClicked.served : null,
  };
}

/** As it is stored; "" for none, null for what is no address. */
function contactOf(typed: string) {
  const contact = lineOf(typed);
  if (contact === '') return '';
  const email = normaliseEmail(contact);
  if (email) return email;
  if (contact.length > 500 || !/^https?:\/\//i.test(contact) || !URL.canParse(contact)) return null;
  const { href, username, password } = new URL(contact);
  return username || password ? null : href;
}
