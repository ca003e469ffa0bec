import { z } from 'zod';
import { isLanguageTag } from '@/lib/web/languages';
import { isTimeZone, presentZoneName } from '@/lib/time/zone-names';
import { lineOf, linesOf, nameOf } from '@/lib/text/visible-text';
import { closingDays } from './closing';
import { identityRules } from './identity';
import { looksDraft, looksRules } from './looks';
import { permalinkForms } from './permalinks';
import { siteCodeRules } from './site-code';
import { verificationRules } from './verification-rules';
import { publishRules, usualPublishRules } from './publish-rules';

/** In layout shift and in ms, as Core Web Vitals have them. */
export const shiftBudgets = [0, 0.05, 0.1, 0.15, 0.25] as const;
export const taskBudgets = [0, 100, 200, 300, 500, 1_000] as const;

/** In days; 0: never. */
export const closingAges = [0, ...closingDays] as const;

export const visibilities = ['everyone', 'accounts', 'password'] as const;

const oneOf = (values: readonly number[], sentence: string) =>
  z.coerce.number(sentence).refine((value) => values.includes(value), sentence);

export const settingsRules = {
  siteName: z
    .string()
    .transform(nameOf)
    .pipe(z.string().min(1, 'Enter a site title.').max(120, 'Use at most 120 characters for the site title.')),
  tagline: z.string().transform(lineOf).pipe(z.string().max(240, 'Use at most 240 characters for the tagline.')),
  ...identityRules,
  language: z.string().trim().refine(isLanguageTag, 'Enter a valid language code, such as "en" or "de-AT".'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'Enter a valid time zone, such as "Europe/Vienna".')
    .transform(presentZoneName),
  ...looksRules,
  ...looksDraft,
  /** Hue of the accent colour in OKLCH, degrees, of sites that never chose an exact one. */
  accentHue: z.number().min(0).max(360),
  postsPerPage: z.coerce
    .number('Choose from 1 to 50 posts.')
    .int('Choose from 1 to 50 posts.')
    .min(1, 'Choose from 1 to 50 posts.')
    .max(50, 'Choose from 1 to 50 posts.'),
  /** What is checked before a post is published (lib/posts/publishing/checklist.ts). */
  publishRules,
  signUpOpen: z.boolean(),
  /** Staff work only in sessions that a passkey began or confirmed. */
  staffPasskeys: z.boolean(),
  /** Readers without an account write first and prove their e-mail address by publishing; needs a mail server. */
  writeFirst: z.boolean(),
  commentModeration: z.enum(['none', 'first', 'links', 'all']),
  commentForm: z.enum(['first', 'last']),
  /** What becomes of the comments of an old post, and from which age (lib/comments/closing.ts). */
  commentsCloseAfter: oneOf(closingAges, 'Choose after how many days comments close.'),
  commentsCloseFrom: z.enum(['publication', 'comment'], 'Choose from when those days are counted.'),
  commentsThen: z.enum(['close', 'hold'], 'Choose what happens to comments on old posts.'),
  /** Readers can suggest corrections of articles. */
  corrections: z.boolean(),
  /** Readers can report comments; so many points hold one until a moderator looked, 0: none do (lib/comments/reports). */
  commentReports: z.boolean(),
  holdAtReportPoints: z.coerce
    .number('Enter a whole number of points.')
    .int('Enter a whole number of points.')
    .min(0, 'Enter 0 or more points.')
    .max(1_000, 'Enter at most 1,000 points.'),
  anonymousReportsHold: z.boolean(),
  commentOrder: z.enum(['oldest', 'newest', 'best']),
  /** Which reactions readers can give to a post (lib/reactions). */
  reactionLike: z.boolean(),
  reactionLove: z.boolean(),
  reactionFunny: z.boolean(),
  reactionSurprised: z.boolean(),
  reactionSad: z.boolean(),
  reactionThanks: z.boolean(),
  /** Readers can have this server fetch their picture from Gravatar. */
  gravatar: z.boolean(),
  /** Empty slots show "Put your ad code here" to every reader. */
  showPlaceholders: z.boolean(),
  /** In-page code never runs for staff; with this, not for signed-in readers either. */
  noCodeForSignedIn: z.boolean(),
  /** A slot is not saved if slots would take more of an article than the Better Ads Standards allow. */
  refusesDenseSlots: z.boolean(),
  /** Who asks readers before code that needs their consent loads. */
  consent: z.enum(['off', 'own', 'platform'], 'Choose who asks for consent.'),
  /** Readers can hide and report pasted code. */
  slotReports: z.boolean(),
  /** So many reports on one version disable its slot; 0: none do. */
  pauseAtReports: z.coerce
    .number('Enter a whole number of reports.')
    .int('Enter a whole number of reports.')
    .min(0, 'Enter 0 or more reports.')
    .max(1_000, 'Enter at most 1,000 reports.'),
  /** Code that costs too many readers more than this is disabled; 0: none is (lib/slots/health.ts). */
  shiftBudget: oneOf(shiftBudgets, 'Choose how far a slot may move the page.'),
  taskBudget: oneOf(taskBudgets, 'Choose how long a slot may keep the browser busy.'),
  /** Page views of readers, without cookies. Slots are counted regardless. */
  countsReaders: z.boolean(),
  /** Which folder the addresses of posts have (lib/settings/permalinks.ts). */
  permalinks: z.enum(permalinkForms, 'Choose what the addresses of posts look like.'),
  /** Every page asks search engines not to list it. */
  hidesFromSearch: z.boolean(),
  /** Whether feeds carry whole posts or their beginning. */
  feedContent: z.enum(['full', 'excerpt'], 'Choose what feeds show.'),
  /** Said on the page for missing addresses; "" for the text in the site's language. */
  notFoundText: z
    .string()
    .transform(lineOf)
    .pipe(z.string().max(500, 'Use at most 500 characters for the text of missing pages.')),
  ...verificationRules,
  ...siteCodeRules,
  /** Who can see the site; staff always do (lib/settings/access.ts). */
  visibility: z.enum(visibilities, 'Choose who can see the site.'),
  /** Readers get a page that says so, with status 503. */
  maintenance: z.boolean(),
  /** Said there; "" for the text in the site's language. */
  maintenanceText: z
    .string()
    .transform(linesOf)
    .pipe(z.string().max(500, 'Use at most 500 characters for the maintenance page.')),
  robots: z.string().max(10_000, 'Use at most 10,000 characters for /robots.txt.'),
  adsTxt: z.string().max(100_000, 'Use at most 100,000 characters for /ads.txt.'),
  appAdsTxt: z.string().max(100_000, 'Use at most 100,000 characters for /app-ads.txt.'),
  /** Whether there is a page on which slots are offered, its text, and an e-mail or web address (lib/media-kit). */
  mediaKit: z.boolean(),
  mediaKitText: z.string().max(4_000),
  mediaKitContact: z.string().max(500),
  securityContact: z.string().trim().max(240, 'Use at most 240 characters for the contact.'),
  /** ISO 8601 when set-up was finished; "" keeps the set-up link valid. */
  setUpAt: z.string(),
  /** "urn:uuid:…", or the URL announced before; never changes. */
  feedIdentity: z.string(),
  /** The host for which stored addresses were last checked (lib/upkeep/site-move.ts). */
  knownHost: z.string(),
};

export const settingsSchema = z.object({
  siteName: settingsRules.siteName.catch('Masthead'),
  tagline: settingsRules.tagline.catch(''),
  copyright: settingsRules.copyright.catch(''),
  footerText: settingsRules.footerText.catch(''),
  socialLinks: settingsRules.socialLinks.catch([]),
  logoId: settingsRules.logoId.catch(''),
  darkLogoId: settingsRules.darkLogoId.catch(''),
  iconId: settingsRules.iconId.catch(''),
  socialImageId: settingsRules.socialImageId.catch(''),
  iconFiles: settingsRules.iconFiles.catch(''),
  drawsCards: settingsRules.drawsCards.catch(true),
  announcementOn: settingsRules.announcementOn.catch(false),
  announcementText: settingsRules.announcementText.catch(''),
  announcementLinkText: settingsRules.announcementLinkText.catch(''),
  announcementLink: settingsRules.announcementLink.catch(''),
  announcementUntil: settingsRules.announcementUntil.catch(''),
  language: settingsRules.language.catch('en'),
  timeZone: settingsRules.timeZone.catch('UTC'),
  frontLayout: settingsRules.frontLayout.catch('list'),
  articleLayout: settingsRules.articleLayout.catch('column'),
  fontPair: settingsRules.fontPair.catch('source'),
  accentColour: settingsRules.accentColour.catch(''),
  paper: settingsRules.paper.catch('warm'),
  textWidth: settingsRules.textWidth.catch('normal'),
  ownCss: settingsRules.ownCss.catch(''),
  ownCssDraft: settingsRules.ownCssDraft.catch(''),
  formerLooks: settingsRules.formerLooks.catch(''),
  accentHue: settingsRules.accentHue.catch(25),
  postsPerPage: settingsRules.postsPerPage.catch(10),
  publishRules: settingsRules.publishRules.catch(usualPublishRules),
  signUpOpen: settingsRules.signUpOpen.catch(true),
  staffPasskeys: settingsRules.staffPasskeys.catch(false),
  writeFirst: settingsRules.writeFirst.catch(true),
  commentModeration: settingsRules.commentModeration.catch('first'),
  commentForm: settingsRules.commentForm.catch('last'),
  commentsCloseAfter: settingsRules.commentsCloseAfter.catch(0),
  commentsCloseFrom: settingsRules.commentsCloseFrom.catch('publication'),
  commentsThen: settingsRules.commentsThen.catch('close'),
  corrections: settingsRules.corrections.catch(true),
  commentReports: settingsRules.commentReports.catch(true),
  holdAtReportPoints: settingsRules.holdAtReportPoints.catch(6),
  anonymousReportsHold: settingsRules.anonymousReportsHold.catch(false),
  commentOrder: settingsRules.commentOrder.catch('oldest'),
  reactionLike: settingsRules.reactionLike.catch(true),
  reactionLove: settingsRules.reactionLove.catch(true),
  reactionFunny: settingsRules.reactionFunny.catch(true),
  reactionSurprised: settingsRules.reactionSurprised.catch(true),
  reactionSad: settingsRules.reactionSad.catch(true),
  reactionThanks: settingsRules.reactionThanks.catch(false),
  gravatar: settingsRules.gravatar.catch(false),
  showPlaceholders: settingsRules.showPlaceholders.catch(false),
  noCodeForSignedIn: settingsRules.noCodeForSignedIn.catch(false),
  refusesDenseSlots: settingsRules.refusesDenseSlots.catch(false),
  consent: settingsRules.consent.catch('off'),
  slotReports: settingsRules.slotReports.catch(true),
  pauseAtReports: settingsRules.pauseAtReports.catch(0),
  shiftBudget: settingsRules.shiftBudget.catch(0.1),
  taskBudget: settingsRules.taskBudget.catch(500),
  countsReaders: settingsRules.countsReaders.catch(true),
  permalinks: settingsRules.permalinks.catch('slug'),
  hidesFromSearch: settingsRules.hidesFromSearch.catch(false),
  feedContent: settingsRules.feedContent.catch('full'),
  notFoundText: settingsRules.notFoundText.catch(''),
  verification: settingsRules.verification.catch(''),
  verificationGoogle: settingsRules.verificationGoogle.catch(''),
  verificationBing: settingsRules.verificationBing.catch(''),
  verificationYandex: settingsRules.verificationYandex.catch(''),
  verificationPinterest: settingsRules.verificationPinterest.catch(''),
  verificationFacebook: settingsRules.verificationFacebook.catch(''),
  verificationAhrefs: settingsRules.verificationAhrefs.catch(''),
  verificationFiles: settingsRules.verificationFiles.catch([]),
  siteCode: settingsRules.siteCode.catch([]),
  visibility: settingsRules.visibility.catch('everyone'),
  maintenance: settingsRules.maintenance.catch(false),
  maintenanceText: settingsRules.maintenanceText.catch(''),
  robots: settingsRules.robots.catch(''),
  adsTxt: settingsRules.adsTxt.catch(''),
  appAdsTxt: settingsRules.appAdsTxt.catch(''),
  mediaKit: settingsRules.mediaKit.catch(false),
  mediaKitText: settingsRules.mediaKitText.catch(''),
  mediaKitContact: settingsRules.mediaKitContact.catch(''),
  securityContact: settingsRules.securityContact.catch(''),
  setUpAt: settingsRules.setUpAt.catch(''),
  feedIdentity: settingsRules.feedIdentity.catch(''),
  knownHost: settingsRules.knownHost.catch(''),
});

export type Settings = z.output<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({
  siteName: undefined,
  tagline: undefined,
});

/** Whether strangers can create an account: not while the site is for those who have one. */
export function takesSignUps({ signUpOpen, visibility }: Pick<Settings, 'signUpOpen' | 'visibility'>) {
  return signUpOpen && visibility !== 'accounts';
}
