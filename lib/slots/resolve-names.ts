import 'server-only';
import { readDb } from '@/lib/database/db';
import { requireAll } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { nameOf } from '@/lib/text/visible-text';
import type { NamedIds } from './slot-fields';

const namedFields = ['onlyTags', 'notTags', 'onlyAuthors', 'notAuthors'] as const satisfies (keyof NamedIds)[];

/** The ids of the tags and authors that the fields of a rule name; throws with all that are unknown. */
export async function idsNamed(
  typed: Partial<Record<string, string>>,
  fieldOf: (name: string) => string = (name) => name,
): Promise<NamedIds> {
  const found = namedFields.map(async (name) => {
    const field = fieldOf(name);
    const find = name.endsWith('Tags') ? tagIdsNamed : authorIdsNamed;
    return [name, await find(typed[field] ?? '', field)] as const;
  });
  await requireAll(found);
  return Object.fromEntries(await Promise.all(found)) as NamedIds;
}

/** The ids of comma-separated tags, by name or slug; throws on an unknown one. */
async function tagIdsNamed(typed: string, field: string): Promise<string[]> {
  const names = listed(typed);
  const rows = await readDb.tag.findMany({
    where: { OR: [{ name: { in: names } }, { slug: { in: names.map((name) => name.toLowerCase()) } }] },
    select: { id: true, name: true, slug: true },
  });
  return matched(names, rows, { field, noun: 'tag' });
}

/** The same for authors. */
async function authorIdsNamed(typed: string, field: string): Promise<string[]> {
  const names = listed(typed);
  const rows = await readDb.user.findMany({
    where: { OR: [{ name: { in: names } }, { slug: { in: names.map((name) => name.toLowerCase()) } }] },
    select: { id: true, name: true, slug: true },
  });
  return matched(names, rows, { field, noun: 'author' });
}

function listed(typed: string) {
  const names = typed.split(',').map(nameOf).filter(Boolean);
  return [...new Set(names)].slice(0, 200);
}

function matched(
  names: string[],
  rows: { id: string; name: string; slug: string }[],
  { field, noun }: { field: string; noun: string },
) {
  const missing = names.filter((name) => !rows.some((row) => row.name === name || row.slug === name.toLowerCase()));
  if (missing.length > 0) {
    const sentence = `There is no ${noun} called “${missing[0]}”. Check the spelling, or leave it out.`;
    throw new AppError('invalid', sentence, { fields: { [field]: sentence } });
  }
  return rows.map((row) => row.id);
}
