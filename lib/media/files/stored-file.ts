import { z } from 'zod';
import { lineOf } from '@/lib/text/visible-text';
import { extensionOf } from '../downloads';

export const fileKinds = ['document', 'audio', 'video'] as const;
export type FileKind = (typeof fileKinds)[number];

export const MAX_FILE_NAME = 200;

export type StoredFileDto = {
  id: string;
  url: string;
  fileName: string;
  kind: FileKind;
  /** Its extension in capitals: "PDF". */
  type: string;
  bytes: number;
  createdAt: Date;
  /** Null if it was imported, or its uploader is gone. */
  uploader: string | null;
};

/** What a file is listed as, by its media type. */
export function fileKindOf(mime: string): FileKind {
  const [kind] = mime.split('/');
  return kind === 'audio' || kind === 'video' ? kind : 'document';
}

/** "PDF" for "files/1f3a…/annual-report.pdf". */
export function typeNameOf(path: string) {
  return extensionOf(path).toUpperCase();
}

/** The name of a file on display: one line with the extension of what it is. */
export function displayName(fileName: string, path: string) {
  const extension = `.${extensionOf(path)}`;
  const line = lineOf(fileName.toWellFormed());
  const stem = line.toLowerCase().endsWith(extension) ? line.slice(0, -extension.length) : line;
  return `${[...stem].slice(0, MAX_FILE_NAME - extension.length).join('') || 'file'}${extension}`;
}

/** A new name as it is typed. */
export const fileNameField = z
  .string()
  .transform(lineOf)
  .refine((name) => name !== '', 'Enter a name.')
  .refine((name) => [...name].length <= MAX_FILE_NAME, `The name can have at most ${MAX_FILE_NAME} characters.`);

/** "1.2 MB", in the words of a language. */
export function sizeInWords(bytes: number, language: string) {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const number = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 });
  return number.format(Math.max(amount, 0.1));
}
