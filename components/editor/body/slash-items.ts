import { msg } from '@/lib/i18n/admin/msg';
import type { BlockKind } from '../tiptap/node-types';

export type Insertion = { block: BlockKind } | { other: 'image' | 'library' | 'embed' | 'raw' | 'slot' };
export type SlashItem = { name: string; hint: string; also: string; insert: Insertion };

/** What `findSlashItems` calls an item for who reads the menu. */
type Named = (name: string) => string;

/** The items of the "/" menu and the toolbar's menu, in order. */
export const slashItems: SlashItem[] = [
  { name: msg('Heading'), hint: '## ', also: 'h2 title section', insert: { block: 'heading2' } },
  { name: msg('Heading 3'), hint: '### ', also: 'h3 subheading', insert: { block: 'heading3' } },
  { name: msg('Heading 4'), hint: '#### ', also: 'h4', insert: { block: 'heading4' } },
  { name: msg('Image'), hint: msg('or drop one'), also: 'picture photo upload', insert: { other: 'image' } },
  { name: msg('Image from the library'), hint: '', also: 'picture photo media choose', insert: { other: 'library' } },
  { name: msg('List'), hint: '- ', also: 'bullets unordered', insert: { block: 'bullets' } },
  { name: msg('Numbered list'), hint: '1. ', also: 'ordered steps', insert: { block: 'numbers' } },
  { name: msg('Quote'), hint: '> ', also: 'blockquote citation', insert: { block: 'quote' } },
  { name: msg('Pull quote'), hint: '', also: 'aside highlight', insert: { block: 'pull-quote' } },
  { name: msg('Code'), hint: '```', also: 'program pre', insert: { block: 'code' } },
  { name: msg('Table'), hint: '', also: 'grid rows columns', insert: { block: 'table' } },
  { name: msg('Footnote'), hint: '[^…]', also: 'note reference', insert: { block: 'note' } },
  { name: msg('Embed'), hint: msg('or paste a link'), also: 'video link youtube', insert: { other: 'embed' } },
  { name: msg('Divider'), hint: '---', also: 'rule line hr', insert: { block: 'divider' } },
  { name: msg('Ad slot'), hint: '', also: 'advertisement advert spot', insert: { other: 'slot' } },
  { name: msg('HTML'), hint: '', also: 'raw source', insert: { other: 'raw' } },
];

/** Names that begin with the query first, then other matches. */
export function findSlashItems(query: string, nameOf: Named): SlashItem[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return slashItems;
  const rank = ({ name, also }: SlashItem) => {
    const words = nameOf(name).toLowerCase();
    if (words.startsWith(wanted)) return 0;
    return `${words} ${name.toLowerCase()} ${also}`.split(' ').some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return slashItems.filter((item) => rank(item) < 2).toSorted((a, b) => rank(a) - rank(b));
}
