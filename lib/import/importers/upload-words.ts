import type { Importer } from '../importer';

/** What the form says of one system. */
export type FormatWords = { id: string; label: string; start: string; file: string; media: string };

/** What the upload form says. `media`: the file types of the formats that have media files; null if none has. */
export type UploadWords = {
  /** The file types that the form offers. */
  accept: string;
  /** In the order of the list of importers. */
  formats: readonly FormatWords[];
  media: { exportTypes: readonly string[] } | null;
};

/** The words of the upload form for these importers. */
export function uploadWords(importers: readonly [Importer, ...Importer[]]): UploadWords {
  const withMedia = importers.filter(({ media }) => media !== null);
  return {
    accept: typesOf(importers).join(','),
    formats: importers.map(({ id, label, words, media }) => {
      return { id, label, ...words.form, media: media?.words.form ?? '' };
    }),
    media: withMedia.length === 0 ? null : { exportTypes: typesOf(withMedia) },
  };
}

/** Whether media files are to be offered beside these exports. */
export function takesMedia({ media }: Pick<UploadWords, 'media'>, fileNames: readonly string[]) {
  if (!media) return false;
  const hasType = (name: string) => media.exportTypes.some((type) => name.toLowerCase().endsWith(type));
  return fileNames.length === 0 || fileNames.some(hasType);
}

function typesOf(importers: readonly Importer[]) {
  return [...new Set(importers.flatMap(({ files }) => files.accept.split(',')))];
}
