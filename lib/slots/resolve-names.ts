import 'server-only';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { nameOf } from '@/lib/text/visible-text';

/** The ids of comma-separated tags, by name or slug; throws on an unknown one. */
export async function tagIdsNamed(typed: string, field: string): Promise<string[]> {
  const names = listed(typed);
  const rows = await readDb.tag.findMany({
    where: { OR: [{ name: { in: names } }, { slug: { in: names.map((name) => name.toLowerCase()) } }] },
    select: { id: true, name: true, slug: true },
  });
  return matched(names, rows, { field, noun: 'tag' });
}

/** The same for authors. */
export async function authorIdsNamed(typed: string, field: string): Promise<string[]> {
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
