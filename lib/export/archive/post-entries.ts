import { stringify } from 'yaml';
import { escapeText } from '@/lib/html/writing';
import { pageOf, placeOfPost } from '@/lib/import/importers/masthead/format';
import { rulesOf } from '@/lib/posts/fields/field-kinds';
import { definitionOf, fieldsWith } from '@/lib/posts/fields/fields';
import { parseEnclosures } from '@/lib/posts/rendering/enclosures';
import { markdownOf } from '../markdown';
import type { PostRow } from '../reading-posts';

/** `image`: the key of an image by its id. */
type Context = { imageKey: (id: string) => string | undefined };

/** A post as Markdown with its fields before it, and as the HTML that is stored. */
export function entriesOf(row: PostRow, context: Context): [name: string, text: string][] {
  const place = placeOfPost(row);
  return [
    [
      `${place}.md`,
      `---\n${stringify(frontMatterOf(row, context), { lineWidth: 0 })}---\n\n${markdownOf(row.bodyHtml)}`,
    ],
    [`${place}.html`, pageOf(escapeText(row.title), row.bodyHtml)],
  ];
}

function frontMatterOf(row: PostRow, context: Context) {
  return present({
    masthead: 'post',
    id: row.feedId,
    slug: row.slug,
    status: row.status,
    statusBeforeTrash: row.statusBeforeTrash,
    date: row.publishAt?.toISOString(),
    firstPublished: row.firstPublishedAt?.toISOString(),
    until: row.unpublishAt?.toISOString(),
    created: row.createdAt.toISOString(),
    changed: row.contentUpdatedAt.toISOString(),
    pinned: row.pinnedAt?.toISOString(),
    authors: row.authors.filter(({ user }) => user.deletedAt === null).map(({ user }) => user.slug),
    tags: row.tags.map(({ tag }) => tag.slug),
    series: row.series ? { title: row.series.title, position: row.seriesPosition } : null,
    cover: row.cover ? { image: row.cover.key } : null,
    parent: row.parent?.slug,
    menuOrder: row.menuOrder || null,
    commentsLockedReason: row.commentsLockedReason,
    enclosures: parseEnclosures(row.enclosures),
    ...fieldsOf(row, context),
  });
}

/** The fields of the editor that differ from those of an empty post. */
function fieldsOf(row: PostRow, { imageKey }: Context) {
  const columns: Record<string, unknown> = row;
  const fields: Record<string, unknown> = {};
  for (const name of fieldsWith({ column: true })) {
    const field = definitionOf(name);
    if (['html', 'page'].includes(field.kind) || name === 'coverId') continue;
    const rules = rulesOf(field);
    const value = rules.fromColumn(columns[name]);
    if (JSON.stringify(value) === JSON.stringify(rules.empty())) continue;
    fields[name] = field.kind === 'image' ? imageKey(String(value)) : value;
  }
  return fields;
}

function present(values: Record<string, unknown>) {
  const isEmpty = (value: unknown) =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
