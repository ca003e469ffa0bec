import { z } from 'zod';
import { lineOf, linesOf } from '@/lib/text/visible-text';
import { fromWallClock } from '@/lib/time/site-time';

export const MAX_SOCIAL_LINKS = 8;

export type SocialLink = { name: string; url: string };

const line = (longest: number, sentence: string) =>
  z.string().transform(lineOf).pipe(z.string().max(longest, sentence));

const socialLink = z.object({
  name: z.string().min(1).max(60),
  url: z.string().max(500).refine(isHttps),
});

/** How the site presents itself: what stands in its footer, above its header, and where else it is. */
export const identityRules = {
  copyright: line(200, 'Use at most 200 characters for the copyright line.'),
  footerText: z
    .string()
    .transform(linesOf)
    .pipe(z.string().max(1_000, 'Use at most 1,000 characters for the footer text.')),
  /** Its accounts elsewhere, in their order. */
  socialLinks: z.array(socialLink).max(MAX_SOCIAL_LINKS),
  /** The ids of the images that the site has chosen (site-images.ts); "" for none. */
  logoId: z.string().max(64),
  darkLogoId: z.string().max(64),
  iconId: z.string().max(64),
  socialImageId: z.string().max(64),
  /** The beginning of the paths of its icons below the uploads. */
  iconFiles: z.string().regex(/^(?:site\/icon-[0-9a-f]{16})?$/),
  /** Posts without an image are shared with a drawn card. */
  drawsCards: z.boolean(),
  announcementOn: z.boolean(),
  announcementText: line(240, 'Use at most 240 characters for the announcement.'),
  announcementLinkText: line(80, 'Use at most 80 characters for the text of the link.'),
  /** An https address or a path of this site; "" for none. */
  announcementLink: z.string().transform((typed, context) => {
    const link = linkOf(lineOf(typed));
    if (link !== null) return link;
    context.addIssue({
      code: 'custom',
      message: 'Enter a web address that begins with https://, or a path of this site such as /about.',
    });
    return z.NEVER;
  }),
  /** Its last day, "2026-11-29" in the site's time zone; "" for none. */
  announcementUntil: z.string().refine(isDayOrNone, 'Enter a date such as 2026-11-29.'),
};

export type AnnouncementSettings = {
  announcementOn: boolean;
  announcementText: string;
  announcementLinkText: string;
  announcementLink: string;
  announcementUntil: string;
  timeZone: string;
};

export type Announcement = { text: string; link: string; linkText: string };

/** What stands above the header at a moment; null for nothing. */
export function announcementAt(now: Date, settings: AnnouncementSettings): Announcement | null {
  const end = announcementEnd(settings);
  if (!settings.announcementOn || settings.announcementText === '' || (end && end <= now)) return null;
  const { announcementText: text, announcementLink: link, announcementLinkText: linkText } = settings;
  return { text, link, linkText };
}

/** When the announcement goes: after its last day; null if it stays. */
export function announcementEnd({ announcementUntil, timeZone }: AnnouncementSettings): Date | null {
  if (announcementUntil === '') return null;
  const next = new Date(`${announcementUntil}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return fromWallClock(`${next.toISOString().slice(0, 10)}T00:00`, timeZone).moment;
}

type FooterSettings = { copyright: string; footerText: string; socialLinks: SocialLink[] };

/** What the form of the footer changes. */
export function footerOf({ copyright, footerText, socialLinks }: FooterSettings): FooterSettings {
  return { copyright, footerText, socialLinks };
}

/** What the form of the announcement changes. */
export function announcementOf(settings: AnnouncementSettings): Omit<AnnouncementSettings, 'timeZone'> {
  const { announcementOn, announcementText, announcementLink, announcementLinkText, announcementUntil } = settings;
  return { announcementOn, announcementText, announcementLink, announcementLinkText, announcementUntil };
}

/** The names of a link's two fields in a form, counted from 1. */
export function socialFields(number: number) {
  return { name: `socialName${number}`, url: `socialUrl${number}` };
}

const typed = z.string().default('');
const numbers = Array.from({ length: MAX_SOCIAL_LINKS }, (_, index) => index + 1);

/** The links of a form; without a name, a link is called by its host. */
export const socialLinksForm = z
  .object(
    Object.fromEntries(
      numbers.flatMap((number) => Object.values(socialFields(number)).map((field) => [field, typed] as const)),
    ),
  )
  .transform((fields, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    return numbers.flatMap((number): SocialLink[] => {
      const at = socialFields(number);
      const name = lineOf(fields[at.name] ?? '');
      const url = lineOf(fields[at.url] ?? '');
      if (url === '' && name === '') return [];
      if (url === '') refuse(at.url, 'Enter the address of this link, or leave its name empty.');
      else if (!isHttps(url) || url.length > 500) refuse(at.url, 'Enter a web address that begins with https://.');
      else if (name.length > 60) refuse(at.name, 'Use at most 60 characters for the name of a link.');
      else return [{ name: name || hostOf(url), url: new URL(url).href }];
      return [];
    });
  });

function isHttps(address: string) {
  if (!/^https:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

function hostOf(url: string) {
  return new URL(url).hostname.replace(/^www\./, '').slice(0, 60);
}

/** As it is stored; null for what is no link. */
function linkOf(address: string) {
  if (address === '') return '';
  if (address.length > 500) return null;
  if (isHttps(address)) return new URL(address).href;
  // Browsers read "//" and "/\" as another host.
  return /^\/(?![/\\])/.test(address) && URL.canParse(address, 'https://site.invalid') ? address : null;
}

function isDayOrNone(day: string) {
  return day === '' || (/^\d{4}-\d{2}-\d{2}$/.test(day) && fromWallClock(`${day}T00:00`, 'UTC').moment !== null);
}
