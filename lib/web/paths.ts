import { paths as readerPaths } from './reader-paths';

/** The pages of the settings beside the first that are made of sections. */
const settingsAreas = ['reading', 'comments', 'ads', 'search-engines'] as const;
export type SettingsAreaName = (typeof settingsAreas)[number];

export function isSettingsArea(name: string): name is SettingsAreaName {
  return settingsAreas.some((area) => area === name);
}

/** All addresses of the site and the admin. */
export const paths = {
  ...readerPaths,
  series: (slug: string, page = 1) => `/series/${encodeURIComponent(slug)}${page === 1 ? '' : `/page/${page}`}`,
  admin: {
    dashboard: () => '/admin',
    posts: () => '/admin/posts',
    newPost: () => '/admin/posts/new',
    post: (id: string) => `/admin/posts/${id}`,
    postNotes: (id: string, noteId = '') => `/admin/posts/${id}/notes${noteId && `#note-${noteId}`}`,
    review: (id: string) => `/admin/posts/${id}/review`,
    revisions: (id: string, { from = '', to = '' } = {}) =>
      `/admin/posts/${id}/revisions${from && to && `?${new URLSearchParams({ from, to }).toString()}`}`,
    calendar: (month = '') => `/admin/calendar${month && `?month=${month}`}`,
    pages: () => '/admin/pages',
    tags: () => '/admin/tags',
    tag: (id: string) => `/admin/tags/${id}`,
    series: () => '/admin/series',
    oneSeries: (id: string) => `/admin/series/${id}`,
    media: () => '/admin/media',
    removedMedia: () => '/admin/media?state=removed',
    comments: (filter = '') => `/admin/comments${filter && `?${filter}`}`,
    corrections: () => '/admin/comments/corrections',
    commentReports: (after = '') => `/admin/comments/reports${after && `?after=${after}`}`,
    appeals: () => '/admin/comments/appeals',
    commentAuthor: (userId: string) => `/admin/comments/authors/${userId}`,
    moderationRules: () => '/admin/comments/rules',
    spamModel: () => '/admin/comments/spam',
    moderationRule: (id: string) => `/admin/comments/rules/${id}`,
    image: (id: string) => `/admin/media/${id}`,
    slots: () => '/admin/slots',
    slot: (id: string) => `/admin/slots/${id}`,
    slotFigures: (id: string) => `/admin/slots/${id}/statistics`,
    slotChoice: (id: string) => `/admin/slots/${id}/choice`,
    codeTest: (slotId: string, id: string) => `/admin/slots/${slotId}/test/${id}`,
    lineItem: (slotId: string, id: string) => `/admin/slots/${slotId}/line-items/${id}`,
    campaigns: (state: '' | 'archived' = '') => `/admin/slots/campaigns${state && `?state=${state}`}`,
    campaign: (id: string) => `/admin/slots/campaigns/${id}`,
    mediaKit: () => '/admin/slots/media-kit',
    importSlots: () => '/admin/slots/import',
    slotReports: () => '/admin/slots/reports',
    sellers: (file: 'ads.txt' | 'app-ads.txt' = 'ads.txt') =>
      `/admin/slots/sellers${file === 'ads.txt' ? '' : '?file=app'}`,
    users: () => '/admin/users',
    invite: () => '/admin/users/invite',
    user: (id: string) => `/admin/users/${id}`,
    imports: () => '/admin/import',
    import: (id: string) => `/admin/import/${id}`,
    importUpload: () => '/admin/import/upload',
    importReport: (id: string) => `/admin/import/${id}/report`,
    importAddresses: (id: string) => `/admin/import/${id}/addresses`,
    export: () => '/admin/export',
    exportFile: (key = '') => `/admin/export/file${key && `?key=${encodeURIComponent(key)}`}`,
    redirects: () => '/admin/redirects',
    redirect: (id: string) => `/admin/redirects/${id}`,
    newRedirect: (from = '') => `/admin/redirects/new${from && `?from=${encodeURIComponent(from)}`}`,
    exportRedirects: () => '/admin/redirects/export',
    missingAddresses: () => '/admin/redirects/not-found',
    settings: (area?: SettingsAreaName) => (area ? `/admin/settings/${area}` : '/admin/settings'),
    menus: () => '/admin/menus',
    menuEntry: (id: string) => `/admin/menus/${id}`,
    identity: () => '/admin/settings/identity',
    appearance: () => '/admin/settings/appearance',
    siteCode: () => '/admin/settings/code',
    /** A public page with looks that may not be saved, for those who choose them. */
    postPreview: (id: string) => `/admin/posts/${id}/preview`,
    postInFrame: (id = '') => `/preview/post${id && `?id=${id}`}`,
    looksPreview: (choices = '') => `/preview/looks${choices && `?${choices}`}`,
    visibility: () => '/admin/settings/visibility',
    publishRules: () => '/admin/settings/publishing',
    systemStatus: () => '/admin/status',
    statistics: (table: string) => `/admin/statistics/${table}`,
    postStatistics: (id: string) => `/admin/posts/${id}/statistics`,
    postTable: (id: string, table: string) => `/admin/statistics/${table}?post=${id}`,
    allSlotStatistics: (slotId = '') => `/admin/slots/statistics${slotId && `?slot=${slotId}`}`,
    slotStatistics: (slotId: string, table: string) => `/admin/statistics/${table}?slot=${slotId}`,
  },
};
