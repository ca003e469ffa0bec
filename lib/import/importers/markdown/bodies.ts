import { MAX_BODY_LENGTH, requireFittingBody } from '@/lib/html/sanitising';
import type { Entry } from '../../entries/entry';
import { markdownToHtml } from '../../reading/markdown';
import { withComponents } from './components';
import type { Generator } from './layout';
import { withLiquid } from './liquid';
import { withShortcodes, type TagContext } from './shortcodes';
import { codeIn } from './templates';

type BodyContext = Pick<TagContext, 'linkTo' | 'root'> & { generator: Generator; note: (why: string) => void };

/** The HTML of a text. Tags that are not known here stay visible, and are noted. */
export function htmlOfText({ text, path, title }: Entry, { generator, note, ...rest }: BodyContext) {
  if (text.length > 2 * MAX_BODY_LENGTH) requireFittingBody(text);
  const unknown = new Set<string>();
  const context: TagContext = { ...rest, title, onUnknown: (name) => unknown.add(name.slice(0, 60)) };
  const html = written(text, { path, generator }, context);
  if (unknown.size > 0)
    note(
      `These tags are not known here, and stand in the text as they were or with their text alone: ${[...unknown].join(', ').slice(0, 300)}.`,
    );
  return html;
}

function written(
  text: string,
  { path, generator }: Pick<Entry, 'path'> & { generator: Generator },
  context: TagContext,
) {
  const isHtml = /\.html?$/i.test(path);
  const plain = text.replace(/<!--\s*more\s*-->/i, '');
  const coded = /\{\{[<%]/.test(plain) && generator !== 'jekyll' ? withShortcodes(plain, context) : plain;
  const isLiquid = generator === 'jekyll' || generator === 'hexo' || generator === 'plain';
  const filled = isLiquid && /\{[{%]/.test(coded) ? withLiquid(coded, context) : coded;
  if (isHtml) return filled;
  const flat = /\.mdx$/i.test(path) ? withComponents(filled, context) : filled;
  return markdownToHtml(withoutAttributeLists(flat));
}

/** kramdown and Goldmark write attributes behind what they are of, and a mark for the contents. */
function withoutAttributeLists(text: string) {
  if (!/\{:?[#.:a-z]/i.test(text)) return text;
  const isCode = codeIn(text);
  return text.replace(
    /^(?:[*-]|1\.)[^\n]{0,100}\n\{:toc\}[ \t]*$|\{:(?:[^{}\n]{0,300})\}|(?<=\)|^#{1,6} [^\n]{0,300})[ \t]*\{[#.][^{}\n]{0,300}\}/gim,
    (whole, at: number) => (isCode(at) ? whole : ''),
  );
}
