import { toParagraphs } from '@/lib/html/paragraphs';
import type { EntryAuthor, EntryFields } from '../../entries/entry';
import type { EntryReading } from '../../entries/entry-reading';
import { placeIn, type ExportFile } from '../../importer';
import { readJsonRows } from '../../reading/json-rows';
import { readLooseDate } from '../../reading/loose-dates';
import { plainLine } from '../../reading/plain-line';
import type { FeedFacts } from './source';

type Row = Record<string, unknown>;
type Reading = { reading: EntryReading; facts: FeedFacts };

/** Reads a JSON Feed entry by entry. */
export async function readJsonFeed(file: ExportFile, { reading, facts }: Reading) {
  let count = 0;
  await readJsonRows(file, ['$.items.*', '$.home_page_url', '$.title', '$.description'], ({ keys, value }) => {
    const [name] = keys;
    if (name === 'home_page_url' && typeof value === 'string') facts.link ||= value;
    else if (name === 'title' && typeof value === 'string') facts.title ||= plainLine(value);
    else if (name === 'description' && typeof value === 'string') facts.tagline ||= plainLine(value);
    else if (name === 'items' && isRow(value)) {
      count += 1;
      const where = placeIn(file, `entry ${count}`);
      const entry = entryOf(value, where);
      if (entry) reading.take(entry);
      else reading.fail(where, 'It has neither an id nor an address nor a title.');
    }
  });
}

function entryOf(row: Row, where: string): EntryFields | null {
  const [id, link, title] = [textOf(row, 'id'), textOf(row, 'url'), plainLine(textOf(row, 'title'))];
  const key = id || link || title;
  if (!key) return null;
  const date = readLooseDate(row.date_published);
  const image = textOf(row, 'image') || textOf(row, 'banner_image');
  return {
    sourceId: key.slice(0, 500),
    where: `${where}, “${title.slice(0, 80) || 'without a title'}”`,
    title,
    text: textOf(row, 'content_html') || toParagraphs(escaped(textOf(row, 'content_text'))),
    link,
    excerpt: plainLine(textOf(row, 'summary')),
    publishAt: date,
    createdAt: date,
    changedAt: readLooseDate(row.date_modified) ?? date,
    authors: authorsOf(row),
    tags: listOf(row.tags).flatMap((tag) =>
      typeof tag === 'string' && tag.trim() ? { kind: 'tag', name: plainLine(tag) } : [],
    ),
    cover: image ? { address: image, alt: '', caption: '' } : null,
    enclosures: listOf(row.attachments)
      .filter(isRow)
      .map((one) => ({
        url: textOf(one, 'url'),
        type: textOf(one, 'mime_type'),
        bytes: Number(one.size_in_bytes) || 0,
      }))
      .filter(({ url }) => /^https?:\/\//i.test(url)),
    feedId: id.slice(0, 500),
  };
}

function authorsOf(row: Row): EntryAuthor[] {
  const all = [...listOf(row.authors), row.author].filter(isRow);
  return all.flatMap((one) => (textOf(one, 'name') ? { name: plainLine(textOf(one, 'name')), email: '' } : []));
}

function textOf(row: Row, name: string) {
  const value = row[name];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(text: string) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
