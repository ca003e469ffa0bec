import type { Rule } from '../action-calls';
import { commentAuthors } from './comment-authors';
import { commentHandlers, comments } from './comments';
import { campaignActions, campaignHandlers } from './campaigns';
import { notificationHandlers, notifications } from './notifications';
import { passkeys } from './passkeys';
import { siteActions } from './site';
import { users } from './users';
import { reportActions, sellerActions, slotActions } from './slots';
import { staff, staffHandlers } from './staff';
import { noteActions, writingActions, writingHandlers } from './writing';

/**
 * The table: what each server action and each route handler may change, and for whom. A new one fails the test until it
 * is added here.
 */
export const actionRules: Record<string, Rule> = {
  ...users,
  ...comments,
  ...commentAuthors,
  ...notifications,
  ...passkeys,
  ...staff,
  ...siteActions,
  ...slotActions,
  ...sellerActions,
  ...reportActions,
  ...campaignActions,
  ...writingActions,
  ...noteActions,
};

/** Open to all visitors, and each use is a change: an e-mail requested, an account begun, a session ended, a challenge made. */
export const openActions = [
  'app/(auth)/signin/actions.ts#requestMagicLinkAction',
  'app/(auth)/signin/actions.ts#requestPasswordResetAction',
  'app/(auth)/signin/actions.ts#signOutAction',
  'app/(auth)/signin/passkey-actions.ts#beginPasskeySignInAction',
  'app/(auth)/signup/actions.ts#signUpAction',
];

export const handlerRules: Record<string, Rule> = {
  ...commentHandlers,
  ...notificationHandlers,
  ...staffHandlers,
  ...writingHandlers,
  ...campaignHandlers,
  'GET /api/me': { may: [], send: () => ({}) },
  'GET /api/auth/[...nextauth]': { may: [], send: () => ({ at: '/api/auth/callback/github' }) },
  'POST /signin/with/[provider]': { may: [], send: () => ({ at: '/signin/with/github', fields: { to: '/' } }) },
};

/** Public and the same for all visitors: they are rendered without cookies and cannot know the user. */
export const readingHandlers: string[] = [
  ...[
    '',
    '/[slug]',
    '/[slug]/[month]',
    '/author/[slug]',
    '/tag/[slug]',
    '/series/[slug]',
    '/comments',
    '/corrections',
  ].flatMap((listing) => ['feed.xml', 'rss.xml', 'feed.json'].map((feed) => `GET ${listing}/${feed}`)),
  'GET /.well-known/security.txt',
  'GET /ads.txt',
  'GET /app-ads.txt',
  'GET /manifest.webmanifest',
  'GET /looks.css',
  'GET /own.css',
  ...['favicon.ico', 'icon.svg', 'icon-192.png', 'icon-512.png', 'apple-touch-icon.png'].map((icon) => `GET /${icon}`),
  'GET /robots.txt',
  'GET /sitemap.xml',
  'GET /[slug]/card.png',
  'GET /feeds/page/[...of]',
  'GET /sitemaps/[part]',
];
