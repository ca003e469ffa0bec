import { createHash } from 'node:crypto';
import { AppError } from '@/lib/platform/errors';
import { commenterHash } from '@/lib/comments/commenters';
import { toParagraphs } from '@/lib/html/paragraphs';
import type { CommentDraft } from '../../drafts';
import { EntryReading } from '../../entries/entry-reading';
import { sourceOfEntries } from '../../entries/entry-source';
import { OldSite } from '../../entries/old-site';
import { placeIn, type ExportFile, type ImportSource, type OpenRequest } from '../../importer';
import { readLooseDate } from '../../reading/loose-dates';
import { markdownToHtml } from '../../reading/markdown';
import { plainLine } from '../../reading/plain-line';
import { undatedBy } from '../../reading/undated';
import { commenterName } from '../../threads/commenter-names';
import { readEntries, type MtRecord, type Part } from './records';

/** Reads the entries of a blog, with their comments and pings. */
export async function openExport(
  files: readonly ExportFile[],
  { oldUrl, scratch }: OpenRequest,
): Promise<ImportSource> {
  const reading = new EntryReading(scratch);
  for (const file of files) await readFile(file, reading);
  const address = new OldSite(oldUrl ?? '');
  if (!address.baseUrl)
    reading.remarks.push(
      'The files do not say where the site was. With its old address, links and images that name it in full are recognised too.',
    );
  return sourceOfEntries(reading, { site: {}, address, format: { hasLines: true } });
}

async function readFile(file: ExportFile, reading: EntryReading) {
  let count = 0;
  for await (const entry of readEntries(file)) {
    count += 1;
    const where = placeIn(file, `line ${entry.line}`);
    if (!entry.facts.has('TITLE') && !entry.parts.some(({ name }) => name === 'BODY'))
      reading.fail(where, 'It has neither a title nor a text.');
    else takeEntry(entry, where, reading);
  }
  if (count === 0)
    throw new AppError(
      'invalid',
      `${file.label || file.name} is not a Movable Type export: it holds no entry. Choose the text file from Tools → Export.`,
    );
}

function takeEntry({ facts, parts }: MtRecord, where: string, reading: EntryReading) {
  const fact = (name: string) => facts.get(name)?.[0] ?? '';
  const title = plainLine(fact('TITLE'));
  const named = `${where}, “${title.slice(0, 80) || 'without a title'}”`;
  const date = readLooseDate(fact('DATE'));
  if (!date) reading.note(named, `Its date cannot be read: ${fact('DATE').slice(0, 60)}.`);
  const status = fact('STATUS').toLowerCase();
  const slug = fact('BASENAME').replaceAll('_', '-');
  // The same entry has the same name in every export; older ones have none.
  const sourceId = fact('UNIQUE URL') || fact('BASENAME') || idOf(title, fact('DATE'));
  const textIn = (name: string) => parts.find((part) => part.name === name)?.text ?? '';
  const html = [textIn('BODY'), textIn('EXTENDED BODY')]
    .filter(Boolean)
    .map((text) => htmlOf(text, fact('CONVERT BREAKS')));
  const tags =
    facts
      .get('TAGS')
      ?.flatMap((line) => [...line.matchAll(/"([^"]+)"|([^,"]+)/g)].map(([, quoted, plain = '']) => quoted ?? plain)) ??
    [];
  const isTaken = reading.take({
    sourceId,
    where: named,
    title,
    status:
      status === 'future' || status === 'scheduled'
        ? 'scheduled'
        : /^(?:draft|review|unpublish)/.test(status)
          ? 'draft'
          : 'published',
    text: html.join('\n\n'),
    slug,
    link: fact('UNIQUE URL'),
    excerpt: plainLine(textIn('EXCERPT')),
    publishAt: status.startsWith('draft') ? null : date,
    createdAt: date,
    changedAt: date,
    commentsMode: fact('ALLOW COMMENTS') === '0' ? 'closed' : 'open',
    authors: fact('AUTHOR') ? [{ name: plainLine(fact('AUTHOR')), email: '' }] : [],
    tags: [
      ...[...(facts.get('PRIMARY CATEGORY') ?? []), ...(facts.get('CATEGORY') ?? [])]
        .filter(Boolean)
        .map((name) => ({ kind: 'category', name })),
      ...tags
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => ({ kind: 'tag', name })),
    ],
  });
  if (!isTaken) return;
  for (const part of parts)
    if (part.name === 'COMMENT' || part.name === 'PING') reading.takeComment(sourceId, commentOf(part, sourceId));
}

function htmlOf(text: string, breaks: string) {
  if (/markdown/i.test(breaks)) return markdownToHtml(text);
  return breaks === '0' || breaks === 'richtext' ? text : toParagraphs(text);
}

/** They have no ids: one is made of what never changes. */
function commentOf({ name, facts, text }: Part, sourceId: string): CommentDraft {
  const [author = '', date = '', title = ''] = ['AUTHOR', 'DATE', 'TITLE'].map((fact) => facts.get(fact) ?? '');
  const isPing = name === 'PING';
  const createdAt = readLooseDate(date);
  return {
    sourceId: idOf(sourceId, name, author, date, text),
    parentSourceId: null,
    type: isPing ? 'mention' : 'comment',
    status: 'approved',
    authorName: commenterName(isPing ? facts.get('BLOG NAME') || title : author),
    authorUrl: facts.get('URL') ?? '',
    authorKey: null,
    commenter: commenterHash(facts.get('EMAIL') ?? ''),
    html: isPing ? `<p>${plainLine(text)}</p>` : toParagraphs(text),
    createdAt,
    ...undatedBy(createdAt ? undefined : date),
  };
}

function idOf(...facts: readonly string[]) {
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 24);
}
