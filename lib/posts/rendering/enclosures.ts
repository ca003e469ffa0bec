import { z } from 'zod';

/** The audio or video of an episode: an upload as a path, or an external URL; 0 bytes if unknown. */
export type Enclosure = { url: string; type: string; bytes: number };

const storedEnclosures = z.array(z.object({ url: z.string(), type: z.string(), bytes: z.number() }));

/** What is stored with a post; an invalid value counts as no enclosures. */
export function parseEnclosures(json: string | null): Enclosure[] {
  try {
    return storedEnclosures.safeParse(JSON.parse(json ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}
