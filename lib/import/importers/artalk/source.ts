import { renderMarkdown } from '@/lib/comments/rendering';
import { placeIn, type ExportFile, type ImportSource, type OpenRequest } from '../../importer';
import { readJsonRows } from '../../reading/json-rows';
import { LooseFields } from '../../threads/loose-fields';
import { ThreadReading } from '../../threads/thread-reading';

const emoticon = /<img\b[^<>]*\batk-emoticon=["']([^"'<>]{0,60})["'][^<>]*>/g;

/** Reads exports of Artalk once. Their values are text, whatever they mean. */
export async function openExport(files: readonly ExportFile[], request: OpenRequest): Promise<ImportSource> {
  const reading = new ThreadReading(request);
  for (const file of files) {
    let number = 0;
    await readJsonRows(file, ['$.*'], ({ value }) => {
      number += 1;
      takeComment(new LooseFields(value), { file, line: `comment number ${number}` }, reading);
    });
  }
  return reading.source(request);
}

function takeComment(fields: LooseFields, place: { file: ExportFile; line: string }, reading: ThreadReading) {
  const page = fields.text('page_key');
  const id = fields.text('id');
  if (!id || !page)
    return reading.fail(placeIn(place.file, place.line), 'It has no id or names no page, so it was not imported.');
  // Numbers are used again on each site.
  const idOn = (number: string) => (number === '' || number === '0' ? '' : `${fields.text('site_name')}/${number}`);
  const key = idOn(page);
  reading.takePage({ key, addresses: [page], title: fields.text('page_title') });
  reading.takeComment(
    key,
    {
      id: idOn(id),
      parentId: idOn(fields.text('rid')),
      status: fields.isTrue('is_pending') ? 'pending' : 'approved',
      date: fields.text('created_at', 'date'),
      names: [fields.text('nick')],
      email: fields.text('email'),
      url: fields.text('link'),
      html: renderMarkdown(fields.text('content').replace(emoticon, ':$1:')).html,
      votes: fields.number('vote_up') + fields.number('vote_down'),
    },
    place,
  );
}
