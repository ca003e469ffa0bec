import { z } from 'zod';
import { nameOf } from '@/lib/visible-text';

/** A name as people may have it: any script, one line. */
export const nameField = z
  .string({ error: 'Enter your name.' })
  .transform(nameOf)
  .refine((value) => value.length > 0, 'Enter your name.')
  .refine((value) => value.length <= 80, 'Use at most 80 characters for the name.');

/** The last part of an author's address: letters and digits of any script, hyphens between. */
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

/** What an account is called once its person is gone. */
export const DELETED_NAME = 'Deleted person';

/** An address on the web, or nothing. */
export const websiteField = z
  .string()
  .trim()
  .max(300, 'Use at most 300 characters for the address.')
  .refine((value) => value === '' || isWebAddress(value), 'That is no web address, such as https://example.org.');

function isWebAddress(value: string) {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
