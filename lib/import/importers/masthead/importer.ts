import { importerWith } from '../../defaults';
import type { EntryLocation } from '../../importer';
import { headName, isPart, isPartName } from './format';

const HEAD_LENGTH = 300;

/** Site archives of another Masthead, or of this one at another time. */
export const masthead = importerWith({
  id: 'masthead',
  label: 'Masthead',
  words: {
    export: 'site archive',
    wanted: 'the zip that “masthead export archive” has written',
    command: {
      description: 'site archives of another Masthead: posts, comments, people, tags, redirects, menus, media',
      files: 'the .zip that “masthead export archive” has written',
    },
    form: {
      start: 'The command “masthead export archive FILE.zip” of the other Masthead writes it.',
      file: 'The zip, as it was written: every file in it is checked before anything is imported.',
    },
  },
  files: {
    accept: '.zip',
    recognise: ({ name, bytes }) => isPart(name, Buffer.from(bytes.subarray(0, HEAD_LENGTH)).toString('utf8')),
    placeOf,
  },
  open: async (files, request) => {
    const { openArchive } = await import('./source');
    return openArchive(files, request);
  },
});

/** The folder of media stands at the top, or in one folder with all else. */
function placeOf(name: string): EntryLocation {
  const media = /^(?:[^/]+\/)?media\/(.+)$/.exec(name)?.[1];
  if (media !== undefined) return { as: 'file', name: media };
  return isPartName(name) ? { as: 'export' } : { as: 'file', name: name === headName ? name : `other/${name}` };
}
