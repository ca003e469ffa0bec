import type { Editor, NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { ViewMutationRecord } from '@tiptap/pm/view';
import { defaultEmbedLabel, shortAddress } from '@/lib/html/embed-figures';
import { knownEmbed } from '@/lib/html/embeds';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { languages } from './languages';
import { moveBlock } from './block-commands';
import { loadableSource } from './sources';

/** A view in the language of the admin. */
export type ViewIn = (t: AdminText) => NodeViewRenderer;

/**
 * Views of blocks other than text: the block, its fields and its actions. Only captions are part of the document's text.
 */
export const figureView: ViewIn = (t) => (props) => {
  const img = document.createElement('img');
  const { label, input } = field(t('Alt text'), t('Describe the image'));
  const caption = document.createElement('figcaption');
  const view = blockView(props, { tag: 'figure', kind: 'image', name: t('Image') }, caption);
  const row = actions(props, t);
  view.dom.append(img, label, caption, row);
  new ResizeObserver(() => nameMoves(row, t)).observe(view.dom);
  // Browsers put the caret wherever text is near.
  img.addEventListener('click', () => withSelected(props, (editor) => editor.view.focus()));
  input.dataset.field = 'alt';
  input.addEventListener('input', () => setAttribute(props, 'alt', input.value));
  view.show((node) => {
    const { src, alt, image } = node.attrs as { src: string; alt: string; image: Record<string, string> | null };
    const shown = loadableSource(src);
    if (img.getAttribute('src') !== shown) img.src = shown;
    img.alt = alt;
    for (const side of ['width', 'height'] as const) {
      if (image?.[side]) img.setAttribute(side, image[side]);
    }
    if (input.value !== alt) input.value = alt;
    markEmpty(caption, node, t('Caption (optional)'));
  });
  return view;
};

export const embedView: ViewIn = (t) => (props) => {
  const link = document.createElement('p');
  link.className = 'block-view__link';
  const line = sentence('');
  const caption = document.createElement('figcaption');
  const view = blockView(props, { tag: 'figure', kind: 'embed', name: t('Embed') }, caption);
  const poster = document.createElement('img');
  poster.alt = '';
  const { label, input } = field(t('Title'), '');
  input.dataset.field = 'label';
  input.addEventListener('change', () => input.value.trim() && setAttribute(props, 'label', input.value.trim()));
  view.dom.append(poster, link, label, line, caption, actions(props, t));
  link.contentEditable = 'false';
  view.show((node) => {
    const url = String(node.attrs.url);
    const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
    const name = String(node.attrs.label) || url;
    const isDefault = URL.canParse(url) && name === defaultEmbedLabel(url);
    link.textContent = isDefault ? `${name} — ${shortAddress(url)}` : name;
    if (document.activeElement !== input) input.value = String(node.attrs.label);
    const picture = String(node.attrs.poster);
    poster.hidden = !picture;
    if (picture && poster.getAttribute('src') !== picture) poster.src = picture;
    line.textContent = knownEmbed(url)?.frame
      ? t('From {host}. Readers see a card first and load it with a click.', { host })
      : t('From {host}. Readers see a link card.', { host });
    markEmpty(caption, node, t('Caption (optional)'));
  });
  return view;
};

export const codeView: ViewIn = (t) => (props) => {
  const code = document.createElement('code');
  const view = blockView(props, { tag: 'pre', kind: '', name: '' }, code);
  const choice = document.createElement('select');
  choice.className = 'code-language';
  choice.contentEditable = 'false';
  choice.setAttribute('aria-label', t('Language of the code'));
  choice.addEventListener('change', () => setAttribute(props, 'language', choice.value || null));
  view.dom.append(choice, code);
  view.show((node) => {
    const language = String(node.attrs.language ?? '');
    const known = !language || languages.includes(language) ? languages : [language, ...languages];
    choice.replaceChildren(
      ...['', ...known].map((name) => new Option(name || t('Plain'), name, false, name === language)),
    );
    code.className = language ? `language-${language}` : '';
  });
  return view;
};

type Shape = { tag: string; kind: string; name: string };

export function blockView(
  { node: first }: NodeViewRendererProps,
  { tag, kind, name }: Shape,
  contentDOM?: HTMLElement,
) {
  const dom = document.createElement(tag);
  if (kind) {
    dom.dataset.blockView = kind;
    // A figure with a caption is one already.
    if (tag !== 'figure') dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', name);
  }
  let draw: (node: Node) => void = () => {};
  return {
    dom,
    ...(contentDOM ? { contentDOM } : {}),
    show(drawing: (node: Node) => void) {
      draw = drawing;
      draw(first);
    },
    update(node: Node) {
      if (node.type !== first.type) return false;
      draw(node);
      return true;
    },
    stopEvent: (event: Event) => isFurniture(event.target),
    ignoreMutation: (mutation: ViewMutationRecord) =>
      mutation.type === 'selection'
        ? isFurniture(document.activeElement)
        : !contentDOM?.contains(mutation.target) || mutation.type === 'attributes',
  };
}

/** Fields and buttons in the editor that are not document text. */
export function isFurniture(target: EventTarget | null) {
  return target instanceof Element && target.closest('input, textarea, select, button, summary, audio, video') !== null;
}

export function setAttribute({ editor, getPos }: NodeViewRendererProps, name: string, value: unknown) {
  const position = getPos();
  if (position === undefined) return;
  editor.view.dispatch(editor.state.tr.setNodeAttribute(position, name, value));
}

export function field(name: string, hint: string) {
  const label = document.createElement('label');
  label.className = 'block-view__alt';
  label.contentEditable = 'false';
  const input = document.createElement('input');
  input.maxLength = 1000;
  input.placeholder = hint;
  input.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  label.append(name, input);
  return { label, input };
}

export function sentence(words: string) {
  const line = document.createElement('p');
  line.className = 'block-view__line';
  line.contentEditable = 'false';
  line.textContent = words;
  return line;
}

export function actions(props: NodeViewRendererProps, t: AdminText) {
  const row = document.createElement('p');
  row.className = 'block-view__actions';
  row.contentEditable = 'false';
  row.append(
    action(t('Move up'), () => withSelected(props, (editor) => moveBlock(editor, 'up'))),
    action(t('Move down'), () => withSelected(props, (editor) => moveBlock(editor, 'down'))),
    action(t('Remove'), () => withSelected(props, (editor) => editor.chain().deleteSelection().focus().run())),
  );
  return row;
}

/** By where a picture goes: those of a gallery stand side by side, unless it is narrow. */
function nameMoves(row: HTMLElement, t: AdminText) {
  const gallery = row.closest('.block-view__gallery');
  const { gridTemplateColumns, direction } = getComputedStyle(gallery ?? row);
  const isAside = gallery !== null && gridTemplateColumns.split(' ').length > 1;
  const aside = [t('Move left'), t('Move right')];
  const names = isAside ? (direction === 'rtl' ? aside.toReversed() : aside) : [t('Move up'), t('Move down')];
  for (const [at, name] of names.entries()) if (row.children[at]) row.children[at].textContent = name;
}

export function action(name: string, run: () => void) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', run);
  return button;
}

function withSelected({ editor, getPos }: NodeViewRendererProps, run: (editor: Editor) => void) {
  const position = getPos();
  if (position === undefined) return;
  editor.commands.setNodeSelection(position);
  run(editor);
}

export function markEmpty(caption: HTMLElement, node: Node, hint: string) {
  caption.dataset.placeholder = hint;
  caption.classList.toggle('is-empty', node.content.size === 0);
}
