/**
 * Placeholders under which networks expect a fresh number with every showing, in the dialects that are pasted:
 * [timestamp], %%CACHEBUSTER%%, ${CACHEBUSTER}, {random}, INSERT_RANDOM_NUMBER_HERE and their relatives.
 */
const names = 'timestamp|cache[-_ ]?buster|cb|random|rand|random[-_ ]?number|ord';
// Brackets and braces are also how scripts are written (`list[random]`, `const {random} = Math`): they count only inside
// an address, or in the piece of one that a script appends to it.
const inAddress = String.raw`(?<=(?:\/\/|["'][?&;])[^\s"'<>]{0,2000})`;
const macroPatterns = [
  new RegExp(String.raw`%%(?:${names})%%`, 'gi'),
  new RegExp(String.raw`${inAddress}\[(?:${names})\]`, 'gi'),
  new RegExp(String.raw`${inAddress}\$\{(?:CACHE_?BUSTER|TIMESTAMP|RANDOM)\}`, 'g'),
  new RegExp(String.raw`${inAddress}\{{1,2}(?:${names})\}{1,2}`, 'gi'),
  /\bINSERT_(?:RANDOM_NUMBER|CACHE_?BUSTER|TIMESTAMP)_HERE\b/g,
];

export function hasMacros(code: string) {
  return macroPatterns.some((pattern) => code.search(pattern) >= 0);
}

/** The code as it is sent: every macro is replaced by this number. The stored code keeps its macros. */
export function replaceMacros(code: string, number: string) {
  return macroPatterns.reduce((text, pattern) => text.replace(pattern, number), code);
}
