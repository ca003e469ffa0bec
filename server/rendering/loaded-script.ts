import { createHash } from 'node:crypto';

/** A script that pages load when they need it. Its address changes with it, so that browsers may keep it for ever. */
export type LoadedScript = { address: string; text: string };

/** Sent as text: no outer references, and no comments inside. */
export function versioned(prefix: string, source: string): LoadedScript {
  const text = source.replace(/\s+/g, ' ');
  const version = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { address: `${prefix}${version}.js`, text };
}
