import type { Importer } from '../importer';

/** What the upload form says. `media`: the hint, and the file types of the formats that have media files; null if none has. */
export type UploadWords = {
  label: string;
  file: string;
  accept: string;
  media: { hint: string; exportTypes: readonly string[] } | null;
};

/** With several importers, the form says of each what it takes. */
export function uploadWords(importers: readonly [Importer, ...Importer[]]): UploadWords {
  const isSeveral = importers.length > 1;
  const named = ({ label }: Importer, hint: string) => (isSeveral ? `${label}: ${hint}` : hint);
  const withMedia = importers.filter(({ media }) => media !== null);
  return {
    label: isSeveral ? 'Export' : importers[0].words.export,
    file: importers.map((importer) => named(importer, importer.words.form.file)).join(' '),
    accept: typesOf(importers).join(','),
    media:
      withMedia.length === 0
        ? null
        : {
            hint: withMedia.map((importer) => named(importer, importer.media?.words.form ?? '')).join(' '),
            exportTypes: typesOf(withMedia),
          },
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
