import { msg } from '@/lib/i18n/admin/msg';
import type { LayoutKind } from '../tiptap/layout-commands';
import type { BlockKind } from '../tiptap/node-types';

export type Insertion =
  { block: BlockKind } | { layout: LayoutKind } | { other: 'image' | 'library' | 'file' | 'embed' | 'raw' | 'slot' };
export type BlockGroup = (typeof blockGroups)[number];
export type SlashItem = { name: string; hint: string; also: string; group: BlockGroup; insert: Insertion };

/** What `findSlashItems` calls an item for who reads the menu. */
type Named = (name: string) => string;

export const blockGroups = [msg('Text'), msg('Media'), msg('Layout')] as const;

const itemsByGroup: Record<BlockGroup, Omit<SlashItem, 'group'>[]> = {
  Text: [
    { name: msg('Heading'), hint: '## ', also: 'h2 title section', insert: { block: 'heading2' } },
    { name: msg('Heading 3'), hint: '### ', also: 'h3 subheading', insert: { block: 'heading3' } },
    { name: msg('Heading 4'), hint: '#### ', also: 'h4', insert: { block: 'heading4' } },
    { name: msg('List'), hint: '- ', also: 'bullets unordered', insert: { block: 'bullets' } },
    { name: msg('Numbered list'), hint: '1. ', also: 'ordered steps', insert: { block: 'numbers' } },
    { name: msg('Quote'), hint: '> ', also: 'blockquote citation', insert: { block: 'quote' } },
    { name: msg('Pull quote'), hint: '', also: 'aside highlight', insert: { block: 'pull-quote' } },
    { name: msg('Code'), hint: '```', also: 'program pre', insert: { block: 'code' } },
    { name: msg('Footnote'), hint: '[^…]', also: 'note reference', insert: { block: 'note' } },
  ],
  Media: [
    { name: msg('Image'), hint: msg('or drop one'), also: 'picture photo upload', insert: { other: 'image' } },
    { name: msg('Image from the library'), hint: '', also: 'picture photo media choose', insert: { other: 'library' } },
    { name: msg('Gallery'), hint: '', also: 'pictures photos grid lightbox', insert: { layout: 'gallery' } },
    {
      name: msg('File'),
      hint: msg('or drop one'),
      also: 'download pdf zip audio video film podcast',
      insert: { other: 'file' },
    },
    { name: msg('Bookmark card'), hint: '', also: 'link preview website', insert: { layout: 'bookmark' } },
    { name: msg('Embed'), hint: msg('or paste a link'), also: 'video link youtube', insert: { other: 'embed' } },
  ],
  Layout: [
    { name: msg('Callout'), hint: '', also: 'note tip warning box info alert', insert: { layout: 'callout' } },
    { name: msg('Button'), hint: '', also: 'link call action', insert: { layout: 'button' } },
    { name: msg('Toggle'), hint: '', also: 'details accordion collapse faq', insert: { layout: 'toggle' } },
    { name: msg('Two columns'), hint: '', also: 'columns side layout', insert: { layout: 'columns2' } },
    { name: msg('Three columns'), hint: '', also: 'columns side layout', insert: { layout: 'columns3' } },
    { name: msg('Table'), hint: '', also: 'grid rows columns', insert: { block: 'table' } },
    { name: msg('Divider'), hint: '---', also: 'rule line hr', insert: { block: 'divider' } },
    { name: msg('Ad slot'), hint: '', also: 'advertisement advert spot', insert: { other: 'slot' } },
    { name: msg('HTML'), hint: '', also: 'raw source', insert: { other: 'raw' } },
  ],
};

/** The items of the "/" menu and the toolbar's menu, in order. */
export const slashItems: SlashItem[] = blockGroups.flatMap((group) =>
  itemsByGroup[group].map((item) => ({ ...item, group })),
);

/** Names that begin with the query first, then other matches. */
export function findSlashItems(query: string, nameOf: Named): SlashItem[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return slashItems;
  const rank = ({ name, also }: SlashItem) => {
    const words = nameOf(name).toLowerCase();
    if (words.startsWith(wanted)) return 0;
    if (name.toLowerCase().startsWith(wanted)) return 1;
    return `${words} ${name.toLowerCase()} ${also}`.split(' ').some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return slashItems.filter((item) => rank(item) < 2).toSorted((a, b) => rank(a) - rank(b));
}

/** Whether an item's name begins with words that were typed, spaces and all; it may be typed to its end. */
export function isItemNamed(typed: string, nameOf: Named) {
  const wanted = typed.toLowerCase();
  return slashItems.some(({ name }) => [nameOf(name), name].some((words) => words.toLowerCase().startsWith(wanted)));
}
