import { z } from 'zod';

/** The audio or video of an episode: a path of an upload or an external URL; 0 bytes if unknown. */
export type Enclosure = { url: string; type: string; bytes: number };

const storedEnclosures = z.array(z.object({ url: z.string(), type: z.string(), bytes: z.number() }));

/** The stored enclosures; none if the value is invalid. */
export function parseEnclosures(json: string | null): Enclosure[] {
  try {
    return storedEnclosures.safeParse(JSON.parse(json ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}
