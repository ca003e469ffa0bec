import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Written when the site is built (scripts/inline-scripts.ts): the short form of each script, by its text. */
export const SHORT_SCRIPTS = join(process.cwd(), '.next/inline-scripts.json');

const shortForms = readShortForms();
const known = new Set<string>();

/** A script as pages carry it: short if the build has shortened this very text, else as it is, which does the same. */
export function inlineScript(source: string) {
  known.add(source);
  return shortForms[keyOf(source)] ?? source;
}

/** The texts of all scripts that were made so far. */
export function inlineTexts(): readonly string[] {
  return [...known];
}

export function keyOf(text: string) {
  return createHash('sha256').update(text).digest('base64url');
}

function readShortForms(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(SHORT_SCRIPTS, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
