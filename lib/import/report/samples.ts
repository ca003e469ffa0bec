import { parseHtml } from '@/lib/html/parsing';
import { toHtml } from '@/lib/html/writing';
import { paths } from '@/lib/web/paths';
import type { PostDraft } from '../drafts';
import type { ImportItem } from '../importer';

/** A post of a preview: what the export says, and its body as it would be stored. */
export type Sample = {
  title: string;
  type: PostDraft['type'];
  isPublic: boolean;
  publishAt: string | null;
  authors: string[];
  comments: number;
  /** Its old address, or "". */
  from: string;
  to: string;
  original: string;
  html: string;
  isCut: boolean;
};

const COUNT = 5;
// Reports are read with every list of imports.
const MAX_ORIGINAL_LENGTH = 3_000;
const MAX_HTML_LENGTH = 8_000;

/** Collects five posts that are spread over the export. */
export class Samples {
  readonly list: Sample[] = [];
  readonly #total: number;
  readonly #names: ReadonlyMap<string, string>;

  /** `names`: of authors, by their keys. */
  constructor(total: number, names: ReadonlyMap<string, string>) {
    this.#total = total;
    this.#names = names;
  }

  offer({ post, done, original = '' }: Extract<ImportItem, { post: PostDraft }>, slug: string) {
    const isDue = this.list.length < COUNT && done > (this.list.length * this.#total) / COUNT;
    if (!isDue || post.body.html === '') return;
    const { title, type, status, publishAt, authorKeys, comments, oldPaths } = post;
    const { html, isCut } = shortened(post.body.html);
    this.list.push({
      title,
      type,
      isPublic: status === 'published',
      publishAt: publishAt?.toISOString() ?? null,
      authors: authorKeys.slice(0, 5).flatMap((key) => this.#names.get(key) ?? []),
      comments: comments.length,
      from: oldPaths[0] ?? '',
      to: paths.post(slug),
      original: original.slice(0, MAX_ORIGINAL_LENGTH),
      html,
      isCut: isCut || original.length > MAX_ORIGINAL_LENGTH,
    });
  }
}

/** The first blocks of a body. */
function shortened(html: string) {
  if (html.length <= MAX_HTML_LENGTH) return { html, isCut: false };
  const parts: string[] = [];
  let length = 0;
  for (const node of parseHtml(html)) {
    const part = toHtml([node]);
    length += part.length;
    if (length > MAX_HTML_LENGTH) break;
    parts.push(part);
  }
  return { html: parts.join(''), isCut: true };
}
