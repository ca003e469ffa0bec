import { parsePasted } from '@/lib/slots/networks/network';

export type PastedScript = { attributes: Record<string, string>; text: string };

// Bounded repetitions: pasted code may be long.
const comment = /<!--[\s\S]{0,20000}?-->/g;
const withoutScript = /<noscript>[\s\S]{0,2000}?<\/noscript>/gi;
const element = /(<script(?:\s[^<>]{0,2000})?>)([\s\S]{0,20000}?)<\/script\s{0,9}>/gi;

/** The scripts of pasted code, in their order; null if there is anything else in it. */
export function scriptsOf(pasted: string): PastedScript[] | null {
  const code = parsePasted(pasted).text.replace(comment, '').replace(withoutScript, '');
  if (code.replace(element, '').trim() !== '') return null;
  return [...code.matchAll(element)].map(([, tag = '', text = '']) => ({
    attributes: parsePasted(tag).tags[0]?.attributes ?? {},
    text: text.trim(),
  }));
}
