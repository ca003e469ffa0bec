import { z } from 'zod';
import { importerWith } from '@/lib/import/defaults';
import { readJson } from '@/lib/import/reading/json';

const posts = z.array(
  z.object({
    title: z.string(),
    html: z.string(),
    series: z.object({ title: z.string(), position: z.number().nullable() }).nullable().default(null),
  }),
);

/** An importer of a format with a title, a text and a series. */
export const titleImporter = importerWith({
  id: 'titles',
  label: 'Titles',
  words: { export: 'list of posts', wanted: 'the JSON file of posts' },
  files: { accept: '.json', recognise: ({ bytes }) => bytes[0] === 0x5b },
  open: async ([file], { oldUrl }) => {
    const { sourceOfPosts } = await import('@/lib/import/plain-posts');
    return sourceOfPosts(await readJson(file!, posts), { baseUrl: oldUrl ?? '' });
  },
});
