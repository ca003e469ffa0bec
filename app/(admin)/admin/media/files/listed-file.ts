import type { ListedFile } from '@/components/admin/file-row';
import type { Text } from '@/components/text/text';
import { sizeInWords, type StoredFileDto } from '@/lib/media/files/stored-file';
import { shortDay } from '@/lib/time/site-time';

type Words = { timeZone: string; t: Text };

/** A file as it is listed, in words. */
export function listedFile(file: StoredFileDto & { uses: number }, words: Words): ListedFile {
  const { id, fileName, uses } = file;
  return { id, fileName, uses, facts: factsOf(file, words) };
}

/** Its type, size, day and uploader. */
export function factsOf({ type, bytes, createdAt, uploader }: StoredFileDto, { timeZone, t }: Words) {
  return [
    type,
    sizeInWords(bytes, t.language),
    shortDay(createdAt, timeZone, t.language),
    ...(uploader === null ? [] : [uploader]),
  ];
}
