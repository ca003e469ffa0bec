import { msg } from '@/lib/i18n/admin/msg';
import type { SiteImageRole } from '@/lib/settings/site-images';

type Texts = Record<SiteImageRole, { title: string; hint: string; without: string }>;

/** What the admin says of each image of the site; translated where they are shown. */
export const siteImageTexts = {
  logo: {
    title: msg('Logo'),
    hint: msg('Replaces the name at the top of every page, at most 48 pixels high. E-mails keep the name as text.'),
    without: msg('The site shows its name as text.'),
  },
  darkLogo: {
    title: msg('Logo for the dark theme'),
    hint: msg('Optional. Without it, both themes show the same logo.'),
    without: msg('Both themes show the same logo.'),
  },
  icon: {
    title: msg('Site icon'),
    hint: msg('A square image of at least 512 × 512 pixels, for browser tabs, home screens and feed readers.'),
    without: msg('The site shows the icon of Masthead.'),
  },
  social: {
    title: msg('Social image'),
    hint: msg('Stands for pages and posts without an image where they are shared, best at 1,200 × 630 pixels.'),
    without: msg('Pages without an image are shared with the site icon.'),
  },
} as const satisfies Texts;
