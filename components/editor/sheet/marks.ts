import { InputRule, Mark, markInputRule } from '@tiptap/core';
import { allowedAttributes, inlineName } from '@/lib/html/allowed';
import { addressFrom, isSafeAddress } from '../document/addresses';

/** Code in a line. Unlike the kit's it may stand in a link or in bold text, as stored texts have it. */
export const Code = Mark.create({
  name: 'code',
  excludes: '',
  code: true,
  exitable: true,
  priority: 10,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`]+)`(?!`))$/, type: this.type })];
  },
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) };
  },
});

/** A link: its address, and whatever else of it was stored. The address is not followed while one writes. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({
    href: { default: null },
    kept: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (node) => (isSafeAddress(node.getAttribute('href') ?? '') ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
  addInputRules() {
    return [
      new InputRule({
        find: /(?:^|\s)(https?:\/\/\S+[^\s.,;:!?)])([.,;:!?)]?\s)$/,
        handler: ({ state, range, match }) => {
          const address = addressFrom(match[1] ?? '');
          if (!address) return;
          const from = range.to - (match[1] ?? '').length - (match[2] ?? '').length + 1;
          const end = from + (match[1] ?? '').length;
          state.tr
            .addMark(from, end, this.type.create({ href: address }))
            .insertText(match[2]?.slice(-1) ?? '', range.to);
        },
      }),
      new InputRule({
        find: /\[([^\]]+)\]\(([^\s)]+)\)$/,
        handler: ({ state, range, match }) => {
          const address = addressFrom(match[2] ?? '');
          if (!address) return;
          const words = state.schema.text(match[1] ?? '', [this.type.create({ href: address })]);
          state.tr.replaceWith(range.from, range.to, words).removeStoredMark(this.type);
        },
      }),
    ];
  },
});

/** Every other line element that a text may hold (sub, kbd, abbr, …), under its own name. */
export const Tag = Mark.create({
  name: 'tag',
  excludes: '',
  addAttributes: () => ({
    name: { default: 'mark', rendered: false },
    kept: { default: null, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'abbr, cite, del, dfn, ins, kbd, mark, q, samp, small, sub, sup, time, var, bdi',
      getAttrs: (node) => tagAttributes(node),
    },
  ],
  renderHTML: ({ mark }) => [String(mark.attrs.name), mark.attrs.kept ?? {}, 0],
});

function tagAttributes(node: HTMLElement) {
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const name = inlineName({ type: 'element', name: node.localName, attributes, children: [] });
  if (!name) return false;
  const kept = allowedAttributes({ type: 'element', name, attributes, children: [] }, name);
  return { name, kept: Object.keys(kept).length > 0 ? kept : null };
}
