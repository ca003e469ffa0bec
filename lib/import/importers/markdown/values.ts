import { plainLine } from '../../reading/plain-line';
import { isRecord, type FrontMatter } from './front-matter';

const MAX_NAME_LENGTH = 200;

/** The first of these fields that has a value. */
export function valueOf(fields: FrontMatter, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields.get(name);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** The first of these fields that is text, on one line. */
export function lineIn(fields: FrontMatter, ...names: readonly string[]): string {
  for (const name of names) {
    const value = fields.get(name);
    if (typeof value === 'string' && value.trim() !== '') return plainLine(value);
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** Yes or no; null for anything else. */
export function choiceIn(fields: FrontMatter, name: string): boolean | null {
  const value = fields.get(name);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  if (/^(?:true|yes|on)$/i.test(value)) return true;
  return /^(?:false|no|off)$/i.test(value) ? false : null;
}

type Splitting = 'at commas' | 'at spaces' | 'whole';

/** The names in a list, or in one text that is split so. */
export function namesIn(value: unknown, splitting: Splitting = 'at commas'): string[] {
  if (Array.isArray(value)) return unique(value.flatMap((one) => namesIn(one, 'whole')));
  if (typeof value === 'number') return [String(value)];
  if (isRecord(value)) return namesIn(value.name ?? value.title ?? value.label, 'whole');
  if (typeof value !== 'string') return [];
  const isListed = splitting !== 'whole' && value.includes(',');
  const parts = isListed ? value.split(',') : splitting === 'at spaces' ? value.split(/\s+/) : [value];
  return unique(parts.map((part) => nameIn(part).slice(0, MAX_NAME_LENGTH)).filter(Boolean));
}

/** Front matter is no HTML: of a name, only whole references ("R&amp;D") are read. */
function nameIn(text: string) {
  return (/&(?:#\w{1,8}|[a-z]\w{1,30});/i.test(text) ? plainLine(text) : text).replace(/\s+/g, ' ').trim();
}

/** Texts of a list, or the one text. */
export function textsIn(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => (typeof one === 'string' && one.trim() ? [one.trim()] : []));
}

type Picture = { address: string; alt: string; caption: string };

/** An image as a text, as an object with its words, or the first of a list. */
export function pictureIn(value: unknown): Picture | null {
  if (Array.isArray(value)) return value.length > 0 ? pictureIn(value[0]) : null;
  if (typeof value === 'string') return value.trim() ? { address: value.trim(), alt: '', caption: '' } : null;
  if (!isRecord(value)) return null;
  const text = (...names: string[]) =>
    names.map((name) => value[name]).find((one) => typeof one === 'string' && one !== '');
  const address = text('image', 'src', 'url', 'path', 'file', 'feature', 'teaser', 'overlay_image', 'relative');
  if (typeof address !== 'string') return null;
  const words = (found: unknown) => (typeof found === 'string' ? plainLine(found) : '');
  return { address: address.trim(), alt: words(text('alt', 'image_alt')), caption: words(text('caption', 'title')) };
}

function unique(names: string[]) {
  return [...new Set(names)];
}
