import { knownTag, unknownTag, type TagContext } from './shortcodes';
import { listing, literal, withTags, type TemplateTag } from './templates';

const rawStart = /\{%-?\s{0,9}raw\s{0,9}-?%\}/g;
const rawEnd = /\{%-?\s{0,9}endraw\s{0,9}-?%\}/g;
/** A character that no text has. */
const KEPT = '\uE000';

/** The tags of Liquid and Nunjucks: `{% name … %}` and `{{ value | filter }}`. */
export function withLiquid(text: string, context: TagContext) {
  const kept: string[] = [];
  const keep = (part: string) => {
    kept.push(part);
    return `${KEPT}${kept.length - 1}${KEPT}`;
  };
  const hidden = withoutRaw(text.replaceAll(KEPT, ''), keep);
  const written = withTags(hidden, {
    marks: [
      ['{%', '%}'],
      ['{{', '}}'],
    ],
    read: (inside, mark) => {
      const plain = inside.replace(/^-|-$/g, '').trim();
      if (mark === '{{') return { name: '{{', rest: plain, isEnd: false };
      const [, ending, name, rest = ''] = /^(end)?([a-z_]\w*)\s*([\s\S]*)$/i.exec(plain) ?? [];
      return name ? { name: name.toLowerCase(), rest, isEnd: ending !== undefined } : null;
    },
    write: (tag) => writtenTag(tag, context),
  });
  return written.replace(/\uE000(\d+)\uE000/g, (_, at: string) => kept[Number(at)] ?? '');
}

/** Raw parts are taken out first: nothing in them is a tag. */
function withoutRaw(text: string, keep: (part: string) => string) {
  const ends = [...text.matchAll(rawEnd)];
  const out: string[] = [];
  let at = 0;
  for (const start of text.matchAll(rawStart)) {
    if (start.index < at) continue;
    const from = start.index + start[0].length;
    while (ends.length > 0 && ends[0]!.index < from) ends.shift();
    const [end] = ends;
    if (!end) break;
    out.push(text.slice(at, start.index), keep(text.slice(from, end.index)));
    at = end.index + end[0].length;
  }
  return [...out, text.slice(at)].join('');
}

function writtenTag(tag: TemplateTag, context: TagContext): string {
  const { name, inner, values, raw } = tag;
  if (name === '{{')
    return (
      valueOf(raw.slice(2, -2).replace(/^-|-$/g, '').trim(), context) ??
      unknownTag({ ...tag, name: raw.slice(0, 60) }, context)
    );
  if (name === 'comment' || name === 'assign' || name === 'capture') return '';
  if (name === 'highlight' && inner !== null) return listing(inner, values[0] ?? '');
  if (name === 'include' || name === 'include_cached') {
    const [file = '', ...rest] = values;
    const short = file
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, '');
    return (
      knownTag({ ...tag, name: short, values: rest }, context) ??
      unknownTag({ ...tag, name: `include ${file}` }, context)
    );
  }
  return knownTag(tag, context) ?? unknownTag(tag, context);
}

const path = /^(?:"([^"]*)"|'([^']*)')(?:\s*\|\s*(relative_url|absolute_url|url|prepend:\s*site\.(?:base)?url))*$/;

function valueOf(expression: string, { root, title, linkTo }: TagContext): string | null {
  const [, double, single] = path.exec(expression) ?? [];
  const given = double ?? single;
  if (given !== undefined) return given.startsWith('/') || /^https?:/.test(given) ? given : `/${given}`;
  if (/^site\.(?:baseurl|base_url)(?:\s*\|.*)?$/.test(expression)) return '';
  if (/^(?:site|metadata)\.url$/.test(expression)) return root;
  if (/^(?:page\.)?title(?:\s*\|.*)?$/.test(expression)) return literal(title);
  const linked = /^(?:site\.baseurl\s*\|\s*append:\s*)?["']?(\/[^"'|{}]+)["']?$/.exec(expression)?.[1];
  return linked ? (linkTo(linked) ?? linked) : null;
}
