import { InputRule, Mark, markInputRule, type Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Mark as PmMark, MarkType } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { allowedAttributes, inlineName } from '@/lib/html/allowed';
import { addressFrom, isSafeAddress } from '../document/addresses';
import { typedAddress, type TypedAddress } from '../document/typed-address';

/** Inline code; may be inside links and bold text, as in stored texts. */
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

/** A link with its stored attributes; not opened by clicks in the editor. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({
    href: { default: null },
    preserved: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (node) => (isSafeAddress(node.getAttribute('href') ?? '') ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
  addInputRules() {
    return [
      new InputRule({
        find: (text) => {
          // Not for Enter, whose own key binding links the address.
          const found = /[^\S\n]$/.test(text) ? typedAddress(text) : null;
          return found && { index: found.index, text: text.slice(found.index), data: found };
        },
        handler: ({ state, range, match }) => {
          const { length, address } = match.data as TypedAddress;
          linkTyped(state.tr, { from: range.from, to: range.from + length, mark: this.type.create({ href: address }) });
        },
      }),
      new InputRule({
        find: /\[([^\]]+)\]\(((?:[^\s()]|\([^\s()]*\))+)\)$/,
        handler: ({ state, range, match }) => {
          const address = addressFrom(match[2] ?? '');
          if (!address) return;
          const words = state.schema.text(match[1] ?? '', [this.type.create({ href: address })]);
          state.tr.replaceWith(range.from, range.to, words).removeStoredMark(this.type);
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    const linkBefore = () => {
      linkBeforeCursor(this.editor, this.type);
      return false;
    };
    return { Enter: linkBefore, 'Shift-Enter': linkBefore };
  },
});

/** Links the address typed before the caret. */
function linkBeforeCursor({ state, view }: Editor, type: MarkType) {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.spec.code) return;
  const text = $from.parent.textBetween(Math.max(0, $from.parentOffset - 500), $from.parentOffset, undefined, '\uFFFC');
  const found = typedAddress(text);
  if (!found || found.index + found.length < text.trimEnd().length - 3) return;
  const from = $from.pos - text.length + found.index;
  const { tr } = state;
  linkTyped(tr, { from, to: from + found.length, mark: type.create({ href: found.address }) });
  if (tr.steps.length > 0) view.dispatch(closeHistory(tr));
}

function linkTyped(tr: Transaction, { from, to, mark }: { from: number; to: number; mark: PmMark }) {
  const code = tr.doc.type.schema.marks.code;
  if (tr.doc.rangeHasMark(from, to, mark.type) || (code && tr.doc.rangeHasMark(from, to, code))) return;
  tr.addMark(from, to, mark).removeStoredMark(mark.type);
}

/** Other inline elements (sub, kbd, abbr, …) by name. */
export const Tag = Mark.create({
  name: 'tag',
  excludes: '',
  addAttributes: () => ({
    name: { default: 'mark', rendered: false },
    preserved: { default: null, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'abbr, cite, del, dfn, ins, kbd, mark, q, samp, small, sub, sup, time, var, bdi',
      getAttrs: (node) => tagAttributes(node),
    },
  ],
  renderHTML: ({ mark }) => [String(mark.attrs.name), mark.attrs.preserved ?? {}, 0],
});

function tagAttributes(node: HTMLElement) {
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const name = inlineName({ type: 'element', name: node.localName, attributes, children: [] });
  if (!name) return false;
  const preserved = allowedAttributes({ type: 'element', name, attributes, children: [] }, name);
  return { name, preserved: Object.keys(preserved).length > 0 ? preserved : null };
}
