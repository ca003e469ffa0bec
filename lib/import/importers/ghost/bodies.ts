import { MAX_BODY_LENGTH, requireFittingBody, type CleanBody } from '@/lib/html/sanitising';
import type { ImportTarget } from '../../importer';
import { adoptHtml } from '../../reading/adopt-html';
import { leftElsewhere } from '../../reading/left-elsewhere';
import { markdownToHtml } from '../../reading/markdown';
import type { CardNotes } from './cards';
import { lexicalToHtml } from './lexical';
import { mobiledocToHtml } from './mobiledoc';
import { isEmbed, unwrap } from './rendered-cards';
import { parsedRow, textOf, type Row } from './rows';
import type { GhostSite } from './site';

type BodyContext = { site: GhostSite; target: ImportTarget; note: (why: string) => void };

/** The HTML of a post from what its version of Ghost stored, with the address of the site in it. */
export function writtenHtml(row: Row, { site, note }: Pick<BodyContext, 'site' | 'note'>) {
  const unknown = new Set<string>();
  const leftOut = new Set<string>();
  const notes: CardNotes = { unknown: (name) => unknown.add(name), leftOut: (why) => leftOut.add(why) };
  const html = site.withAddress(storedHtml(row, notes));
  for (const why of leftOut) note(why);
  if (unknown.size > 0)
    note(`These cards are not known here, and only their text was imported: ${[...unknown].join(', ').slice(0, 300)}.`);
  return html;
}

function storedHtml(row: Row, notes: CardNotes) {
  const [lexical, mobiledoc] = [parsedRow(textOf(row, 'lexical')), parsedRow(textOf(row, 'mobiledoc'))];
  const written = lexical ? lexicalToHtml(lexical, notes) : mobiledoc ? mobiledocToHtml(mobiledoc, notes) : '';
  return written || textOf(row, 'html') || markdownToHtml(textOf(row, 'markdown'));
}

/** The text of a post in the export: what Ghost showed readers rather than what its editor stored, if both are there. */
export function originalOf(row: Row) {
  const fields = ['html', 'markdown', 'lexical', 'mobiledoc'] as const;
  return fields.map((name) => textOf(row, name)).find((text) => text.trim() !== '') ?? '';
}

/** The body as it is stored here: files that came along are ours, and links lead to their new addresses. */
export function adoptedBody(html: string, { site, target, note }: BodyContext): CleanBody {
  if (html.length > 4 * MAX_BODY_LENGTH) requireFittingBody(html);
  const elsewhere = new Set<string>();
  const withFragment = (path: string | null, address: string) => path && path + (/#.*$/s.exec(address)?.[0] ?? '');
  const body = adoptHtml(html, {
    imageAt: (address) => target.imageAt(address)?.url ?? null,
    fileAt: (address) => withFragment(target.fileAt(address), address),
    pageAt: (address) => withFragment(target.pageAt(address), address),
    absolute: (address) => site.absolute(address),
    onLeftElsewhere: (address) => elsewhere.add(address),
    isEmbed,
    unwrap,
  });
  if (elsewhere.size > 0) note(leftElsewhere(elsewhere));
  return body;
}
