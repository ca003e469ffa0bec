import {
  Extension,
  Node,
  textblockTypeInputRule,
  type AnyExtension,
  type Extensions,
  type NodeViewRenderer,
} from '@tiptap/core';
import { CodeBlockLowlight } from '@tiptap/extension-code-block-lowlight';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { common, createLowlight } from 'lowlight';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { withTypedEmphasis } from './emphasis';
import { Code, Link, Tag } from './marks';
import {
  Embed,
  Figure,
  InlineHtml,
  InlineImage,
  preserved,
  MissingImage,
  PullQuote,
  RawBlock,
  SlotSpot,
} from './nodes';
import { Footnote } from './footnotes';
import { ButtonBlock, Callout, Column, Columns, Toggle, ToggleSummary } from './layout-nodes';
import { Bookmark, FileBlock, Gallery, Player } from './media-nodes';

const preservedIn =
  'paragraph heading bulletList orderedList listItem blockquote codeBlock horizontalRule table tableCell tableHeader'.split(
    ' ',
  );

/** Preserves attributes that the editor does not know. */
const Stored = Extension.create({
  name: 'stored',
  addGlobalAttributes: () => [
    { types: preservedIn, attributes: { preserved } },
    { types: ['paragraph'], attributes: { wrapped: { default: null, rendered: false } } },
    { types: ['codeBlock'], attributes: { isPlain: { default: false, rendered: false } } },
    {
      types: ['table'],
      attributes: { caption: { default: null, rendered: false }, frame: { default: null, rendered: false } },
    },
    {
      types: ['tableRow'],
      attributes: { section: { default: null, rendered: false }, isFirst: { default: false, rendered: false } },
    },
  ],
});

const HeadingMarks = Extension.create({
  name: 'headingMarks',
  // The title is the only first-level heading: "#" and "##" do the same.
  addInputRules() {
    const { heading } = this.editor.schema.nodes;
    if (!heading) return [];
    return [1, 2, 3, 4].map((strokes) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${strokes}}\\s$`),
        type: heading,
        getAttributes: { level: Math.max(2, strokes) },
      }),
    );
  },
});

function withOuterBlocks(extension: AnyExtension) {
  return extension instanceof Node && extension.name === 'doc'
    ? extension.extend({ content: '(block | outer)+' })
    : extension;
}

const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(withOuterBlocks).map(withTypedEmphasis);
  },
});

const PlainTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
});

/**
 * Everything the editor document can contain. Runs without a browser, so that tests use the real parser and serialiser.
 */
export function schemaExtensions(views: Record<string, NodeViewRenderer> = {}, t?: AdminText): Extensions {
  return [
    Kit.configure({
      code: false,
      codeBlock: false,
      link: false,
      heading: { levels: [2, 3, 4, 5, 6] },
      dropcursor: { class: 'drop-line', color: false },
    }),
    Link,
    Tag,
    Code,
    CodeBlockLowlight.extend(viewed(views.codeBlock)).configure({
      lowlight: createLowlight(common),
      languageClassPrefix: 'language-',
      defaultLanguage: null,
    }),
    PlainTable.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
    Figure.extend(viewed(views.figure)),
    InlineImage,
    MissingImage.extend(viewed(views.missingImage)),
    InlineHtml,
    Embed.extend(viewed(views.embed)),
    PullQuote,
    Callout.extend(viewed(views.callout)),
    Toggle.extend(viewed(views.toggle)),
    ToggleSummary,
    Columns.extend(viewed(views.columns)),
    Column,
    ButtonBlock.extend(viewed(views.button)),
    Gallery.extend(viewed(views.gallery)),
    FileBlock.extend(viewed(views.file)),
    Player.extend(viewed(views.player)),
    Bookmark.extend(viewed(views.bookmark)),
    t ? Footnote.configure({ title: t('Footnote') }) : Footnote,
    RawBlock.extend(viewed(views.rawBlock)),
    SlotSpot.extend(viewed(views.slotSpot)),
    Stored,
    HeadingMarks,
  ];
}

function viewed(view: NodeViewRenderer | undefined) {
  return view ? { addNodeView: () => view } : {};
}
