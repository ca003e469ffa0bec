import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type EditorState } from '@tiptap/pm/state';
import type { ImageSource } from './uploads';

/** "" is the width of the text. */
export type ImageWidth = '' | 'wide' | 'full';
export type ChosenImage = { src: string; width: ImageWidth; link: string | null; isInGallery: boolean };

type Found = { at: number; node: Node; image: ChosenImage };

/** The image with a caption that is selected, or that the caret is in. */
export function chosenImage({ selection }: EditorState): Found | null {
  const { $from } = selection;
  const isWhole = selection instanceof NodeSelection;
  const node = isWhole ? selection.node : $from.parent;
  if (node.type.name !== 'figure') return null;
  const around = isWhole ? $from.parent : $from.node(-1);
  const layout = (node.attrs.preserved as Record<string, string> | null)?.['data-layout'];
  const link = node.attrs.link as Record<string, string> | null;
  const image: ChosenImage = {
    src: String(node.attrs.src),
    width: layout === 'wide' || layout === 'full' ? layout : '',
    link: link?.href ?? null,
    isInGallery: around.type.name === 'gallery',
  };
  return { at: isWhole ? $from.pos : $from.before(), node, image };
}

export function setImageWidth(editor: Editor, width: ImageWidth) {
  const found = chosenImage(editor.state);
  if (!found) return;
  const { 'data-layout': _, ...others } = (found.node.attrs.preserved ?? {}) as Record<string, string>;
  const preserved = width ? { 'data-layout': width, ...others } : others;
  change(editor, found, { preserved: Object.keys(preserved).length > 0 ? preserved : null });
}

/** Links the whole image; null removes the link. */
export function setImageLink(editor: Editor, href: string | null) {
  const found = chosenImage(editor.state);
  if (!found) return;
  const { href: _, ...others } = (found.node.attrs.link ?? {}) as Record<string, string>;
  change(editor, found, { link: href ? { href, ...others } : null });
}

/** Puts another image in the place of every one with this address; its caption, width and link stay. */
export function replaceImage(editor: Editor, src: string, image: Omit<ImageSource, 'mediaId'>) {
  const { tr } = editor.state;
  const size = image.width && image.height ? { width: String(image.width), height: String(image.height) } : null;
  tr.doc.descendants((node, at) => {
    if (node.type.name !== 'figure' || node.attrs.src !== src) return;
    const { width: _, height: __, ...others } = (node.attrs.image ?? {}) as Record<string, string>;
    const attributes = { ...others, ...size };
    tr.setNodeMarkup(at, null, {
      ...node.attrs,
      src: image.src,
      alt: image.alt || node.attrs.alt,
      image: Object.keys(attributes).length > 0 ? attributes : null,
    });
  });
  editor.view.dispatch(tr);
}

// The image stays selected: its tools are used one after the other.
function change(editor: Editor, { at, node }: Found, attributes: Record<string, unknown>) {
  const { tr, selection } = editor.state;
  tr.setNodeMarkup(at, null, { ...node.attrs, ...attributes });
  if (selection instanceof NodeSelection) tr.setSelection(NodeSelection.create(tr.doc, at));
  editor.view.dispatch(tr);
}
