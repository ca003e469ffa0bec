import { block, embed, figure, listing, literal, withTags, type TemplateTag } from './templates';

/** What tags of a text lead to, and where those that are not known are noted. */
export type TagContext = {
  /** The address of another text, as a tag names it; null for none. */
  linkTo: (name: string) => string | null;
  onUnknown: (name: string) => void;
  /** Of the site, for `{{ site.url }}`. */
  root: string;
  title: string;
};

/** The shortcodes of Hugo: `{{< name … >}}` and `{{% name … %}}`. */
export function withShortcodes(text: string, context: TagContext) {
  const written = withTags(text, {
    marks: [
      ['{{<', '>}}'],
      ['{{%', '%}}'],
    ],
    read: (inside) => {
      // As it is written to be shown.
      const shown = /^\/\*([\s\S]*)\*\/$/.exec(inside)?.[1];
      if (shown !== undefined) return { name: '/*', rest: shown.trim(), isEnd: false };
      const [, closing, name, rest = ''] = /^(\/?)\s*([\w][\w./-]*)\s*([\s\S]*?)\/?$/.exec(inside) ?? [];
      return name ? { name: name.toLowerCase(), rest, isEnd: closing === '/' } : null;
    },
    write: (tag) => writtenTag(tag, context),
  });
  return written.replace(/\{\{([<%])\/\*\s*([\s\S]{0,4000}?)\s*\*\/([>%])\}\}/g, '{{$1 $2 $3}}');
}

function writtenTag(tag: TemplateTag, context: TagContext): string {
  const { name, inner, raw } = tag;
  if (name === '/*') return literal(raw.replace(/\/\*\s*|\s*\*\//g, ' ').replace(/\s+/g, ' '));
  return knownTag(tag, context) ?? unknownTag({ name, inner, raw }, context);
}

/** What stays of a tag that is not known: its text, or a line of code that shows it. */
export function unknownTag(
  { name, inner, raw }: Pick<TemplateTag, 'name' | 'inner' | 'raw'>,
  { onUnknown }: TagContext,
) {
  onUnknown(name);
  return inner === null || inner.trim() === '' ? `<code>${literal(raw.replace(/\s+/g, ' '))}</code>` : inner;
}

/** Tags that most generators know by these names; null for others. */
export function knownTag(tag: TemplateTag, { linkTo }: TagContext): string | null {
  const { name, values, named, inner } = tag;
  const [first = '', second = ''] = values;
  const id = named.get('id') ?? first;
  switch (name.replace(/^(?:include[:/]|x-?)/, '')) {
    case 'youtube':
    case 'youtubelite':
      return id && embed(/^https?:/.test(id) ? id : `https://www.youtube.com/watch?v=${id}`);
    case 'vimeo':
      return id && embed(/^https?:/.test(id) ? id : `https://vimeo.com/${id}`);
    case 'tweet':
    case 'twitter':
    case 'x': {
      const user = named.get('user') ?? (/^\d+$/.test(first) ? 'i' : first);
      const status = named.get('id') ?? (second || first);
      return embed(/^https?:/.test(first) ? first : `https://twitter.com/${user}/status/${status}`);
    }
    case 'instagram':
      return id && embed(`https://www.instagram.com/p/${id}/`);
    case 'gist':
      return embed(`https://gist.github.com/${second ? `${first}/${second}` : first}`);
    case 'figure':
    case 'image':
    case 'img':
    case 'picture':
      return pictureOf(tag);
    case 'highlight':
    case 'code':
      return inner === null ? null : listing(inner, named.get('lang') ?? first);
    case 'ref':
    case 'relref':
    case 'link':
    case 'post_url':
      return linkTo(named.get('path') ?? first) ?? first;
    case 'details': {
      const summary = named.get('summary') ?? named.get('title') ?? first;
      return inner === null ? null : block(`<details><summary>${literal(summary)}</summary>\n\n${inner}\n\n</details>`);
    }
    default:
      return null;
  }
}

function pictureOf({ values, named }: TemplateTag) {
  const src = named.get('src') ?? named.get('image_path') ?? named.get('url') ?? named.get('path') ?? values[0] ?? '';
  if (!src) return null;
  const [alt, title] = [named.get('alt') ?? '', named.get('title') ?? ''];
  return figure({ src, alt, caption: named.get('caption') ?? title, link: named.get('link') ?? '' });
}
