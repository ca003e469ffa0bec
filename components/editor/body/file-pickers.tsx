'use client';

import { useText } from '#text';
import { useImperativeHandle, useRef, type Ref } from 'react';
import { acceptedFiles, acceptedImages } from '@/lib/media/accepted';

export type PickersHandle = { open: (what: 'images' | 'replacement' | 'files') => void };

type Props = {
  handle: Ref<PickersHandle>;
  editorDocument: { insertFiles: (files: readonly File[]) => void; replaceImageBy: (file: File) => Promise<void> };
};

/** The hidden file fields that the tools open. */
export function FilePickers({ handle, editorDocument }: Props) {
  const t = useText();
  const images = useRef<HTMLInputElement>(null);
  const replacement = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  useImperativeHandle(handle, () => ({ open: (what) => ({ images, replacement, files })[what].current?.click() }), []);
  return (
    <>
      <FilePicker
        name={t('Images to insert')}
        accept={acceptedImages}
        handle={images}
        onPick={(picked) => editorDocument.insertFiles(picked)}
      />
      <FilePicker
        name={t('Image to put in its place')}
        accept={acceptedImages}
        handle={replacement}
        onPick={([file]) => file && void editorDocument.replaceImageBy(file)}
      />
      <FilePicker
        name={t('Files to insert')}
        accept={acceptedFiles}
        handle={files}
        onPick={(picked) => editorDocument.insertFiles(picked)}
      />
    </>
  );
}

type PickerProps = { name: string; accept: string; handle: Ref<HTMLInputElement>; onPick: (files: File[]) => void };

function FilePicker({ name, accept, handle, onPick }: PickerProps) {
  return (
    <input
      ref={handle}
      type="file"
      accept={accept}
      multiple
      hidden
      aria-label={name}
      onChange={(event) => {
        onPick([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
}
