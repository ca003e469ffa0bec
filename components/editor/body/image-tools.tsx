'use client';

import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { BubbleMenu } from '@tiptap/react/menus';
import { isNodeSelection, type Editor } from '@tiptap/core';
import { Crop, Expand, Images, Link, MoveHorizontal, Replace, TextAlignJustify, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { paths } from '@/lib/web/paths';
import { findImageAt } from './find-images';
import { chosenImage, setImageWidth, type ImageWidth } from '../tiptap/image-commands';
import type { SelectionState } from '../tiptap/selection';
import { overImage } from './bubble-place';
import { WordTool, walkTools } from './tool';
import type { ToolbarActions } from './toolbar';

type Props = { editor: Editor; selection: SelectionState; actions: ToolbarActions };

const widths: [ImageWidth, string, LucideIcon][] = [
  ['', msg('Text width'), TextAlignJustify],
  ['wide', msg('Wide'), MoveHorizontal],
  ['full', msg('Full width'), Expand],
];

/** The tools of the selected image: its width, its link, another image in its place, and its page in the library. */
export function ImageTools({ editor, selection, actions }: Props) {
  const t = useText();
  const { image } = selection;
  const mediaId = useMediaId(image?.src ?? '');
  return (
    <BubbleMenu
      editor={editor}
      className="bubble"
      pluginKey="imageTools"
      updateDelay={0}
      shouldShow={isImageChosen}
      getReferencedVirtualElement={() => placeOfImage(editor)}
      options={overImage}
    >
      <div
        className="tools"
        role="toolbar"
        tabIndex={-1}
        aria-label={t('Image')}
        onKeyDown={(event) => walkTools(event, actions.leave)}
      >
        {!image?.isInGallery &&
          widths.map(([width, name, Icon]) => (
            <WordTool key={name} isPressed={image?.width === width} onUse={() => setImageWidth(editor, width)}>
              <Icon aria-hidden size={16} />
              <span>{t(name)}</span>
            </WordTool>
          ))}
        <WordTool isPressed={Boolean(image?.link)} onUse={actions.askImageLink}>
          <Link aria-hidden size={16} />
          <span>{t('Link')}</span>
        </WordTool>
        <WordTool onUse={actions.pickReplacement}>
          <Replace aria-hidden size={16} />
          <span>{t('Replace')}</span>
        </WordTool>
        <WordTool onUse={actions.chooseReplacement}>
          <Images aria-hidden size={16} />
          <span>{t('Replace from library')}</span>
        </WordTool>
        {mediaId && (
          <a className="tools__word" href={paths.admin.image(mediaId)} target="_blank" rel="noreferrer">
            <Crop aria-hidden size={16} />
            <span>{t('Crop and focal point')}</span>
          </a>
        )}
      </div>
    </BubbleMenu>
  );
}

/** Of the image in the library; "" while it is not known, and for images from elsewhere. */
function useMediaId(src: string) {
  const [found, setFound] = useState({ src: '', id: '' });
  useEffect(() => {
    if (!src) return;
    const abort = new AbortController();
    // Without an answer the other tools are of use as before.
    findImageAt(src, abort.signal).then(
      (image) => setFound({ src, id: image?.id ?? '' }),
      () => {},
    );
    return () => abort.abort();
  }, [src]);
  return found.src === src ? found.id : '';
}

// Words chosen in a caption have tools of their own.
function isImageChosen({ editor, element }: { editor: Editor; element: HTMLElement }) {
  const { selection } = editor.state;
  const isWorkedOn = editor.view.hasFocus() || element.contains(document.activeElement);
  return chosenImage(editor.state) !== null && (selection.empty || isNodeSelection(selection)) && isWorkedOn;
}

function placeOfImage({ view, state }: Editor) {
  const found = chosenImage(state);
  const figure = found ? view.nodeDOM(found.at) : null;
  const image = figure instanceof HTMLElement ? figure.querySelector('img') : null;
  return image ? { getBoundingClientRect: () => image.getBoundingClientRect() } : null;
}
