import { z } from 'zod';
import { nameOf } from '@/lib/text/visible-text';

export const nameField = z
  .string({ error: 'Enter your name.' })
  .transform(nameOf)
  .refine((value) => value.length > 0, 'Enter your name.')
  .refine((value) => value.length <= 80, 'Use at most 80 characters for the name.')
  .refine((value) => !holdsAddress(value), 'A name cannot hold a web address. After a full stop, write a space.');

/** "evil.example" or "x.com", but not "J.R.R. Tolkien": in an e-mail such a name would be a link. */
const domain = /[\p{L}\p{N}-]{2,}[.。．｡][\p{L}\p{N}-]*\p{L}{2,}|(?<![\p{L}\p{N}])[\p{Ll}\p{N}][.。．｡]\p{Ll}{2,}/u;

function holdsAddress(name: string) {
  const plain = name.slice(0, 200).normalize('NFKC');
  return /:\/\/|\bwww\./i.test(plain) || domain.test(plain);
}

/** An external name, kept readable, but no longer a web address. */
export function neutralName(name: string): string {
  if (!holdsAddress(name)) return name;
  return name
    .normalize('NFKC')
    .replace(/[:/]+/g, ' ')
    .replace(/[.。．｡]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The slug of an author: letters and digits of any script, joined by hyphens. */
export function slugFromName(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug || 'person';
}

export const websiteField = z
  .string()
  .trim()
  .max(300, 'Use at most 300 characters for the address.')
  .refine((value) => value === '' || isWebAddress(value), 'Enter a valid web address, such as https://example.org.');

function isWebAddress(value: string) {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
