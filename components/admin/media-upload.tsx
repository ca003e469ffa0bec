'use client';

import { useText } from '#text';
import { useRouter } from 'next/navigation';
import { useId, useState, type DragEvent } from 'react';
import { uploadImage } from '@/components/editor/body/upload-image';
import { acceptedImages } from '@/lib/media/accepted';

type Sending = { id: string; name: string; part: number; error: string };

/** Uploads images by button or drop, with progress. */
export function MediaUpload() {
  const t = useText();
  return (
    <UploadArea
      accept={acceptedImages}
      label={t('Upload images')}
      hint={t('or drop them here. JPEG, PNG, WebP, GIF or AVIF.')}
      failed={t('The image could not be uploaded.')}
      upload={uploadImage}
    />
  );
}

type Options = { onProgress: (part: number) => void; signal: AbortSignal };
type Props = {
  accept: string;
  label: string;
  hint: string;
  failed: string;
  upload: (file: File, options: Options) => Promise<unknown>;
};

/** Where files are chosen or dropped. They are sent one after the other, with progress; what is refused says why. */
export function UploadArea({ accept, label, hint, failed, upload }: Props) {
  const t = useText();
  const input = useId();
  const router = useRouter();
  const [sending, setSending] = useState<Sending[]>([]);
  const [isOver, setIsOver] = useState(false);

  async function send(file: File) {
    const id = crypto.randomUUID();
    const change = (changes: Partial<Sending>) =>
      setSending((all) => all.map((one) => (one.id === id ? { ...one, ...changes } : one)));
    setSending((all) => [...all, { id, name: file.name, part: 0, error: '' }]);
    try {
      await upload(file, { onProgress: (part) => change({ part }), signal: new AbortController().signal });
      setSending((all) => all.filter((one) => one.id !== id));
      router.refresh();
    } catch (error) {
      change({ error: error instanceof Error ? t.said(error.message) : failed });
    }
  }

  async function sendAll(files: FileList | null) {
    // One at a time: the server decodes each in one process.
    for (const file of Array.from(files ?? [])) await send(file);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void sendAll(event.dataTransfer.files);
  }

  return (
    <div
      className="drop needs-script"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <label className="button button--primary" htmlFor={input}>
        {label}
      </label>
      <input
        className="hidden-visually"
        id={input}
        type="file"
        multiple
        accept={accept}
        onChange={(event) => {
          void sendAll(event.target.files);
          event.target.value = '';
        }}
      />
      <span className="quiet">{hint}</span>
      <ul className="plain-list" aria-live="polite">
        {sending.map(({ id, name, part, error }) => (
          <li key={id}>
            <span>{name}</span>
            {error ? (
              <span className="field__error">{t.said(error)}</span>
            ) : (
              <progress className="meter" max={1} value={part} aria-label={t('Upload of {name}', { name })} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
