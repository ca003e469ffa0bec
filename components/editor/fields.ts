/** What the editor changes: the same names in the form, in the journal and in what is sent. */
export type EditorFields = {
  title: string;
  subtitle: string;
  bodyHtml: string;
  slug: string;
  excerpt: string;
  /** Names, separated by commas. */
  tags: string;
  coverId: string;
  coverAlt: string;
  coverCaption: string;
  coverCredit: string;
  authorIds: string[];
  commentsMode: string;
  adsMode: string;
  /** Places that stay empty on this post. */
  adsOff: string[];
  seoTitle: string;
  seoDescription: string;
  canonicalUrl: string;
  noindex: boolean;
  pinned: boolean;
  /** What a datetime-local field shows, in the site's time. */
  pinnedUntil: string;
};

export const fieldNames: Record<keyof EditorFields, string> = {
  title: 'Title',
  subtitle: 'Subtitle',
  bodyHtml: 'Text',
  slug: 'Address',
  excerpt: 'Excerpt',
  tags: 'Tags',
  coverId: 'Cover',
  coverAlt: 'Cover alt text',
  coverCaption: 'Cover caption',
  coverCredit: 'Cover credit',
  authorIds: 'Authors',
  commentsMode: 'Comments',
  adsMode: 'Ad slots',
  adsOff: 'Empty places',
  seoTitle: 'Meta title',
  seoDescription: 'Meta description',
  canonicalUrl: 'Canonical URL',
  noindex: 'Hidden from search engines',
  pinned: 'Pinned',
  pinnedUntil: 'Pinned until',
};

/** The names of the fields in which two versions differ, in the order of the form. */
export function differingFields(a: EditorFields, b: EditorFields) {
  const names = Object.keys(fieldNames) as (keyof EditorFields)[];
  return names.filter((name) =>
    name === 'bodyHtml' ? !isSameText(a.bodyHtml, b.bodyHtml) : !isSame(a[name], b[name]),
  );
}

/** The server writes a text in its own spelling (quotes, attributes, own addresses as paths): that is no difference. */
function isSameText(a: string, b: string) {
  return a === b || essence(a) === essence(b);
}

function essence(html: string) {
  return html
    .replace(/<(\/?[a-z0-9]+)([^>]*)>/gi, (_, name: string, rest: string) => {
      const address = /\b(?:href|src|data-embed)=["']?([^"'\s>]*)/i.exec(rest)?.[1] ?? '';
      const own = globalThis.location?.origin ?? '';
      const path = own && address.startsWith(`${own}/`) ? address.slice(own.length) : address;
      const alt = /\balt="([^"]*)"/i.exec(rest)?.[1] ?? '';
      return `<${name.toLowerCase()}${path}${alt}>`;
    })
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
    .replace(/\s*(<[^>]*>)\s*/g, '$1')
    .trim();
}

function isSame(a: EditorFields[keyof EditorFields], b: EditorFields[keyof EditorFields]) {
  if (Array.isArray(a) && Array.isArray(b)) return a.join() === b.join();
  return typeof a === 'string' && typeof b === 'string' ? a.trim() === b.trim() : a === b;
}
