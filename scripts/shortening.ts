import { transformSync } from 'esbuild';

/** What every browser understands that has the other things these scripts need. */
const TARGET = 'es2022';

/** The short form of a script: names of a letter, no spaces. */
export function shorten(text: string) {
  return transformSync(text, { minify: true, target: TARGET, legalComments: 'none' }).code.trim();
}
