import type { Editor, NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { FRAME_HEIGHTS } from '@/lib/html/framed';
import { lossesIn, lossSentence } from '@/lib/html/losses';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { treeOfHtml } from '../document/dom-tree';
import { insertBlocks } from './block-commands';
import { framePreview } from './frame-preview';
import { actions, blockView, field, sentence, setAttribute } from './node-views';

/**
 * HTML as it is written, and how readers get it: in the text, or in a closed frame. `framesOf`: the post, if this user may
 * add frames to it.
 */
export function rawView(t: AdminText, framesOf: string | null): NodeViewRenderer {
  return (props) => {
    const view = blockView(props, { tag: 'div', kind: 'raw', name: t('HTML') });
    const box = document.createElement('details');
    const summary = document.createElement('summary');
    const source = sourceField(t);
    const line = sentence('');
    line.setAttribute('role', 'status');
    const frame = frameFields(props, t, framesOf);
    source.addEventListener('input', () => change(props, source.value, framesOf !== null));
    box.contentEditable = 'false';
    box.append(summary, source);
    view.dom.append(box, line, frame.fields, actions(props, t));
    const first = String(props.node.attrs.html);
    box.open = first.split('\n').length < 8 && first.length < 600;
    view.show((node) => {
      const html = String(node.attrs.html);
      if (source.value !== html) source.value = html;
      source.rows = Math.min(16, html.split('\n').length + 1);
      const name = /^\s*<([a-z0-9-]+)/i.exec(html)?.[1]?.toLowerCase();
      summary.textContent = [t('HTML'), name].filter(Boolean).join(': ');
      const isFramed = node.attrs.height !== null;
      const lost = isFramed ? [] : lossesIn(html, treeOfHtml(html));
      line.textContent = isFramed
        ? t(
            'Readers get this in a closed frame of its own: forms and scripts work there, and reach nothing of the site.',
          )
        : t.said(lossSentence(lost, t.language));
      line.hidden = line.textContent === '';
      line.classList.toggle('block-view__line--warning', lost.length > 0);
      frame.show(node);
    });
    return view;
  };
}

/** Inserts an empty one and moves the focus into it, except on redo. */
export function insertRawBlock(editor: Editor) {
  const insertAt = insertBlocks(editor, [editor.schema.nodes.rawBlock!.create()]);
  const block = editor.view.nodeDOM(insertAt);
  if (block instanceof HTMLElement) queueMicrotask(() => block.querySelector('textarea')?.focus());
}

function sourceField(t: AdminText) {
  const source = document.createElement('textarea');
  source.className = 'block-view__source';
  source.spellcheck = false;
  source.setAttribute('aria-label', t('HTML'));
  return source;
}

// Where something would be lost in the text, it runs in a frame; the height that was chosen is kept.
function change(props: NodeViewRendererProps, html: string, mayFrame: boolean) {
  const position = props.getPos();
  const node = position === undefined ? null : props.editor.state.doc.nodeAt(position);
  if (position === undefined || !node) return;
  const needsFrame = mayFrame && lossesIn(html, treeOfHtml(html)).length > 0;
  const height = needsFrame ? (node.attrs.height ?? FRAME_HEIGHTS.usual) : null;
  props.editor.view.dispatch(
    props.editor.state.tr
      .setNodeAttribute(position, 'html', html)
      .setNodeAttribute(position, 'height', mayFrame ? height : node.attrs.height),
  );
}

function frameFields(props: NodeViewRendererProps, t: AdminText, framesOf: string | null) {
  const fields = document.createElement('div');
  fields.className = 'block-view__frame';
  fields.contentEditable = 'false';
  const height = field(t('Height in pixels'), '');
  height.input.type = 'number';
  height.input.min = String(FRAME_HEIGHTS.least);
  height.input.max = String(FRAME_HEIGHTS.most);
  height.input.addEventListener('change', () => {
    const { least, most, usual } = FRAME_HEIGHTS;
    const wanted = Math.round(Number(height.input.value)) || usual;
    const kept = Math.min(most, Math.max(least, wanted));
    height.input.value = String(kept);
    setAttribute(props, 'height', kept);
  });
  const title = field(t('Name'), t('What it is, for people who cannot see it'));
  title.input.addEventListener('change', () => setAttribute(props, 'title', title.input.value.trim()));
  const preview = framesOf === null ? null : framePreview(t, framesOf);
  fields.append(height.label, title.label, ...(preview ? [preview.dom] : []));
  const show = (node: Node) => {
    fields.hidden = node.attrs.height === null;
    if (document.activeElement !== height.input) height.input.value = String(node.attrs.height ?? '');
    if (document.activeElement !== title.input) title.input.value = String(node.attrs.title ?? '');
    preview?.show(String(node.attrs.html), Number(node.attrs.height ?? 0));
  };
  return { fields, show };
}
