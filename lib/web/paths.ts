const feedFiles = { atom: 'feed.xml', rss: 'rss.xml', json: 'feed.json' };

/** Every address of the site, in one place. All are relative to the site's root and begin with a slash. */
export const paths = {
  home: (page = 1) => (page === 1 ? '/' : `/page/${page}`),
  post: (slug: string) => `/${encodeURIComponent(slug)}`,
  postPreview: (secret: string) => `/preview/${secret}`,
  comment: (slug: string, id: string) => `/${encodeURIComponent(slug)}/comments/${id}`,
  /** The comments on all posts: only their feeds have an address. */
  comments: () => '/comments',
  /** Where a comment stands in its thread: on which page, and where on it. */
  commentAnchor: (slug: string, id: string, page = 1) => `${paths.commentPage(slug, page)}#comment-${id}`,
  commentPage: (slug: string, page: number): string =>
    page === 1 ? `/${encodeURIComponent(slug)}` : `/${encodeURIComponent(slug)}/comments/page/${page}`,
  /** Comments written before signing in, for the browser in which they were written. */
  pendingComments: () => '/comments/waiting',
  tag: (slug: string, page = 1) => `/tag/${encodeURIComponent(slug)}${page === 1 ? '' : `/page/${page}`}`,
  author: (slug: string, page = 1) => `/author/${encodeURIComponent(slug)}${page === 1 ? '' : `/page/${page}`}`,
  archive: () => '/archive',
  year: (year: number, page = 1) => `/${String(year).padStart(4, '0')}${page === 1 ? '' : `/page/${page}`}`,
  month: (year: number, month: number, page = 1) =>
    `/${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}${page === 1 ? '' : `/page/${page}`}`,
  search: (query = '', after = '') =>
    query ? `/search?q=${encodeURIComponent(query)}${after && `&after=${after}`}` : '/search',
  /** The feeds of a listing or post: `of` is its address, "" for the whole site. */
  feed: (of: string, format: 'atom' | 'rss' | 'json') => `${of === '/' ? '' : of}/${feedFiles[format]}`,
  /** The document in which a slot's pasted code runs; browsers keep it for ever, so what we put around the code is numbered. */
  slotFrame: (name: string) => `/_s/f/${name}?2`,
  slotPreview: (token: string) => `/preview/slots/${token}`,
  sitemap: (part: string) => `/sitemaps/${part}.xml`,
  /** The site's icon as a PNG, with its side in pixels. */
  icon: (side: number) => `/icon-${side}.png`,
  manifest: () => '/manifest.webmanifest',
  upload: (path: string) => `/uploads/${path}`,
  signIn: (returnTo = '') => (returnTo ? `/signin?to=${encodeURIComponent(returnTo)}` : '/signin'),
  signUp: (returnTo = '') => (returnTo ? `/signup?to=${encodeURIComponent(returnTo)}` : '/signup'),
  signOut: () => '/signin/out',
  signInWith: (provider: string) => `/signin/with/${provider}`,
  signInByLink: (returnTo = '') => (returnTo ? `/signin/link?to=${encodeURIComponent(returnTo)}` : '/signin/link'),
  forgotPassword: (returnTo = '') =>
    returnTo ? `/signin/forgot-password?to=${encodeURIComponent(returnTo)}` : '/signin/forgot-password',
  /** Where the links in e-mails lead. */
  magicLink: (secret: string) => `/signin/link?token=${encodeURIComponent(secret)}`,
  newPassword: (secret: string) => `/signin/password?token=${encodeURIComponent(secret)}`,
  confirmEmail: (secret: string) => `/signup/confirm?token=${encodeURIComponent(secret)}`,
  account: () => '/account',
  accountExport: () => '/account/export',
  accountDeleted: () => '/signin/account-deleted',
  me: () => '/api/me',
  /** What the viewer may do in a post's thread. */
  myComments: (postId: string) => `/api/me/comments?post=${postId}`,
  setup: (secret: string) => `/setup?token=${encodeURIComponent(secret)}`,
  admin: {
    dashboard: () => '/admin',
    posts: () => '/admin/posts',
    newPost: () => '/admin/posts/new',
    post: (id: string) => `/admin/posts/${id}`,
    pages: () => '/admin/pages',
    tags: () => '/admin/tags',
    tag: (id: string) => `/admin/tags/${id}`,
    media: () => '/admin/media',
    comments: (filter = '') => `/admin/comments${filter && `?${filter}`}`,
    picture: (id: string) => `/admin/media/${id}`,
    slots: () => '/admin/slots',
    slot: (id: string) => `/admin/slots/${id}`,
    users: () => '/admin/users',
    invite: () => '/admin/users/invite',
    user: (id: string) => `/admin/users/${id}`,
    imports: () => '/admin/import',
    import: (id: string) => `/admin/import/${id}`,
    importUpload: () => '/admin/import/upload',
    importAddresses: (id: string) => `/admin/import/${id}/addresses`,
    settings: () => '/admin/settings',
    systemStatus: () => '/admin/status',
  },
};
