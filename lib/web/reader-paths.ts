const feedFiles = { atom: 'feed.xml', rss: 'rss.xml', json: 'feed.json' };

/** The slug of a page below others begins with theirs. */
const at = (slug: string) => `/${encodeURIComponent(slug).replaceAll('%2F', '/')}`;

/** Without those of the admin, which the scripts of readers would load for nothing. */
export const paths = {
  home: (page = 1) => (page === 1 ? '/' : `/page/${page}`),
  post: (slug: string) => at(slug),
  postPreview: (secret: string) => `/preview/${secret}`,
  comment: (slug: string, id: string) => `${at(slug)}/comments/${id}`,
  commentHistory: (slug: string, id: string) => `${at(slug)}/comments/${id}/history`,
  /** What moderators decided about the viewer's comments. */
  decisions: () => '/account/decisions',
  decision: (id: string) => `/account/decisions/${id}`,
  muted: () => '/account/muted',
  comments: () => '/comments',
  commentAnchor: (slug: string, id: string, page = 1) => `${paths.commentPage(slug, page)}#comment-${id}`,
  commentPage: (slug: string, page: number): string => (page === 1 ? at(slug) : `${at(slug)}/comments/page/${page}`),
  /** The same pages in another order; the oldest go on with `commentPage`. */
  commentsBy: (slug: string, order: string, after = '') => `${at(slug)}/comments/by/${order}${after && `/${after}`}`,
  /** Redirects to the page of the thread that has this comment. */
  commentInThread: (slug: string, id: string) => `${at(slug)}?replytocom=${id}`,
  /** What somebody has written in public. */
  profile: (slug: string, after = '') => `/comments/by/${encodeURIComponent(slug)}${after && `?after=${after}`}`,
  reportComment: (id: string) => `/comments/reports/new/${id}`,
  commentReport: (token: string) => `/comments/reports/${token}`,
  reactions: (slug: string) => `${at(slug)}/reactions`,
  follow: (slug: string) => `${at(slug)}/follow`,
  myReactions: (postId: string) => `/api/me/reactions?post=${postId}`,
  pendingComments: () => '/comments/waiting',
  corrections: (page = 1) => `/corrections${page === 1 ? '' : `/page/${page}`}`,
  correction: (slug: string, id: string) => `${at(slug)}#correction-${id}`,
  suggestCorrection: (postId: string) => `/corrections/suggest/${postId}`,
  publishComment: (secret: string) => `/comments/publish?token=${encodeURIComponent(secret)}`,
  sentComment: (id: string) => `/comments/sent?comment=${encodeURIComponent(id)}`,
  tag: (slug: string, page = 1) => `/tag/${encodeURIComponent(slug)}${page === 1 ? '' : `/page/${page}`}`,
  author: (slug: string, page = 1) => `/author/${encodeURIComponent(slug)}${page === 1 ? '' : `/page/${page}`}`,
  archive: () => '/archive',
  year: (year: number, page = 1) => `/${String(year).padStart(4, '0')}${page === 1 ? '' : `/page/${page}`}`,
  month: (year: number, month: number, page = 1) =>
    `/${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}${page === 1 ? '' : `/page/${page}`}`,
  search: (query = '', after = '') =>
    query ? `/search?q=${encodeURIComponent(query)}${after && `&after=${after}`}` : '/search',
  /** `of`: the path of a listing or post, "" for the whole site. */
  feed: (of: string, format: 'atom' | 'rss' | 'json') => `${of === '/' ? '' : of}/${feedFiles[format]}`,
  /** Cached for ever, so the document's format has a number. */
  slotFrame: (name: string, origin = '') => `${origin}/_s/f/${name}?3`,
  testFrame: (id: string, origin = '') => `${origin}/_s/f/test-${id}`,
  reportSlot: (frame: string) => `/comments/report/${frame}`,
  /** A page of the site with its slots explained, for those who edit them. */
  slotsOnPage: (path = '') => `/preview/on-page${path && `?path=${encodeURIComponent(path)}`}`,
  slotPreview: (token: string) => `/preview/slots/${token}`,
  campaignReport: (token: string) => `/preview/reports/${token}`,
  campaignReportFile: (token: string) => `/preview/reports/${token}/report.csv`,
  mediaKit: () => '/media-kit',
  sitemap: (part: string) => `/sitemaps/${part}.xml`,
  socialCard: (slug: string) => `${paths.post(slug)}/card.png`,
  icon: (side: number) => `/icon-${side}.png`,
  sellerFile: (file: 'ads.txt' | 'app-ads.txt') => `/${file}`,
  manifest: () => '/manifest.webmanifest',
  upload: (path: string) => `/uploads/${path}`,
  signIn: (returnTo = '') => (returnTo ? `/signin?to=${encodeURIComponent(returnTo)}` : '/signin'),
  /** With the reason on the page. */
  signInTo: (why: 'like' | 'react' | 'follow', returnTo: string) => `${paths.signIn(returnTo)}&why=${why}`,
  signUp: (returnTo = '') => (returnTo ? `/signup?to=${encodeURIComponent(returnTo)}` : '/signup'),
  signOut: () => '/signin/out',
  signInWith: (provider: string) => `/signin/with/${provider}`,
  signInByLink: (returnTo = '') => (returnTo ? `/signin/link?to=${encodeURIComponent(returnTo)}` : '/signin/link'),
  forgotPassword: (returnTo = '') =>
    returnTo ? `/signin/forgot-password?to=${encodeURIComponent(returnTo)}` : '/signin/forgot-password',
  offerPasskey: (to: string) => `/signin/passkey?to=${encodeURIComponent(to)}`,
  magicLink: (secret: string) => `/signin/link?token=${encodeURIComponent(secret)}`,
  newPassword: (secret: string) => `/signin/password?token=${encodeURIComponent(secret)}`,
  confirmEmail: (secret: string) => `/signup/confirm?token=${encodeURIComponent(secret)}`,
  account: () => '/account',
  picture: () => '/account/picture',
  confirmNewEmail: (secret: string) => `/account/email?token=${encodeURIComponent(secret)}`,
  notifications: (after = '') => `/account/notifications${after && `?after=${after}`}`,
  unsubscribe: (token: string) => `/account/unsubscribe?token=${token}`,
  /** For mail programs, which send a form there and show no page (RFC 8058). */
  unsubscribeAtOnce: (token: string) => `/api/unsubscribe?token=${token}`,
  accountExport: () => '/account/export',
  me: () => '/api/me',
  myComments: (postId: string) => `/api/me/comments?post=${postId}`,
  ownText: (commentId: string) => `/api/me/comments/${commentId}`,
  threadPeople: (postId: string) => `/api/me/people?post=${postId}`,
  myLikes: (postId: string) => `/api/me/likes?post=${postId}`,
  setup: (secret: string) => `/setup?token=${encodeURIComponent(secret)}`,
};
