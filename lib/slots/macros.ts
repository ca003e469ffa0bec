/** Cache-buster macros of common networks: [timestamp], %%CACHEBUSTER%%, ${CACHEBUSTER}, {random} and similar. */
const names = 'timestamp|cache[-_ ]?buster|cb|random|rand|random[-_ ]?number|ord';
// `list[random]` and `const {random} = Math` are code: brackets and braces count only inside a URL or a part of one.
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

/** Replaces every macro by this number; the stored code keeps its macros. */
export function replaceMacros(code: string, number: string) {
  return macroPatterns.reduce((text, pattern) => text.replace(pattern, number), code);
}
