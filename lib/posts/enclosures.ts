import { z } from 'zod';

/** The sound or film of an episode: an upload of ours as a path, or a whole address elsewhere; 0 bytes if nobody knows. */
export type Enclosure = { url: string; type: string; bytes: number };

const storedEnclosures = z.array(z.object({ url: z.string(), type: z.string(), bytes: z.number() }));

/** What is kept with a post; a value that is no list of enclosures counts as none. */
export function parseEnclosures(json: string | null): Enclosure[] {
  try {
    return storedEnclosures.safeParse(JSON.parse(json ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}
