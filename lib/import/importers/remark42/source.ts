import { renderMarkdown } from '@/lib/comments/rendering';
import { placeIn, type ExportFile, type ImportSource, type OpenRequest } from '../../importer';
import { readJsonLines } from '../../reading/json-lines';
import { LooseFields } from '../../threads/loose-fields';
import { ThreadReading } from '../../threads/thread-reading';

type Known = { emails: Map<string, string>; closed: Set<string> };

/** Reads backups of Remark42 once: the first line tells of people and pages, each further one is a comment. */
export async function openExport(files: readonly ExportFile[], request: OpenRequest): Promise<ImportSource> {
  const reading = new ThreadReading(request);
  for (const file of files) {
    const known: Known = { emails: new Map(), closed: new Set() };
    for await (const { line, value } of readJsonLines(file)) {
      const fields = new LooseFields(value);
      const place = { file, line: `line ${line}` };
      if (value === undefined) reading.fail(placeIn(file, place.line), 'It is no valid JSON, so it was not imported.');
      else if (fields.text('version')) learn(fields, known);
      else takeComment(fields, place, { known, reading });
    }
  }
  return reading.source(request);
}

function learn(fields: LooseFields, { emails, closed }: Known) {
  for (const one of fields.list('users')) {
    const user = new LooseFields(one);
    const email = user.below('details').text('email');
    if (email) emails.set(user.text('id'), email);
  }
  for (const one of fields.list('posts')) {
    const page = new LooseFields(one);
    if (page.isTrue('read_only')) closed.add(page.text('url'));
  }
}

type Around = { known: Known; reading: ThreadReading };

function takeComment(fields: LooseFields, place: { file: ExportFile; line: string }, { known, reading }: Around) {
  const url = fields.below('locator').text('url');
  const id = fields.text('id');
  if (!id || !url)
    return reading.fail(placeIn(place.file, place.line), 'It has no id or names no page, so it was not imported.');
  reading.takePage({ key: url, addresses: [url], title: fields.text('title'), isClosed: known.closed.has(url) });
  const user = fields.below('user');
  reading.takeComment(
    url,
    {
      id,
      parentId: fields.text('pid'),
      status: fields.isTrue('delete') ? 'deleted' : 'approved',
      date: fields.text('time'),
      names: [user.text('name')],
      email: known.emails.get(user.text('id')) ?? '',
      html: fields.text('text') || renderMarkdown(fields.text('orig')).html,
      votes: fields.number('score'),
    },
    place,
  );
}
