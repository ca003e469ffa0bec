import { z } from 'zod';
import { msg } from '@/lib/i18n/admin/msg';

export const MAX_ENTRIES = 50;
export const MAX_LABEL = 60;
export const MAX_ADDRESS = 500;

export const places = ['header', 'footer'] as const;
export type Place = (typeof places)[number];

export const placeNames: Record<Place, string> = { header: msg('Header'), footer: msg('Footer') };

const entrySchema = z.object({
  id: z.string(),
  /** "post" is a page, too. */
  kind: z.enum(['post', 'tag', 'series', 'address']),
  /** The id of a post, tag or series, or an address. */
  target: z.string(),
  /** "": the title of what it leads to, which follows it. */
  label: z.string(),
  /** Whether it stands beneath the last entry before it that is not. */
  isNested: z.boolean(),
});

export type Entry = z.output<typeof entrySchema>;
export type Target = Pick<Entry, 'kind' | 'target'>;

/** An entry as readers see it. */
export type MenuLink = { id: string; label: string; href: string };
export type MenuItem = MenuLink & { children: MenuLink[] };

export function readEntries(stored: string): Entry[] {
  return z.array(entrySchema).parse(JSON.parse(stored));
}

/** The target of a choice, as forms send it: "post:ID", "tag:ID" or "series:ID". */
export function targetOfChoice(choice: string): Target | null {
  const [, kind, target = ''] = /^(post|tag|series):(.{1,100})$/.exec(choice) ?? [];
  return kind === 'post' || kind === 'tag' || kind === 'series' ? { kind, target } : null;
}

export function choiceOf({ kind, target }: Target) {
  return kind === 'address' ? '' : `${kind}:${target}`;
}
