import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { validated } from '@/lib/forms/validation';
import { requireUsableSlug } from '../publishing/addresses';
import { ownPath } from '@/lib/html/own-addresses';
import { siteHost } from '@/lib/settings/site-address';
import { runBodyTask } from '../rendering/body-worker-pool';
import { newestFields, type EditablePost } from './post-record';
import { fieldMap, fieldsWith, type PostFields } from '../fields/fields';
import { postFields } from '../fields/post-fields';

const editorsFields = fieldsWith({ isForEditors: true });

export type Problems = Record<string, string>;

/** Merges parsed, permitted fields into the newest ones. With `isLenient`, an unusable slug is reported, not thrown. */
export async function mergeFields(
  actor: Actor,
  post: EditablePost,
  { given, isLenient }: { given: Partial<PostFields>; isLenient: boolean },
): Promise<{ fields: PostFields; problems: Problems }> {
  const current = newestFields(post);
  const fields = { ...current, ...parse(given) };
  if (fields.bodyHtml !== current.bodyHtml) {
    fields.bodyHtml = await runBodyTask({ kind: 'sanitise', html: fields.bodyHtml, ownHosts: [siteHost()] });
  }
  fields.canonicalUrl = ownPath(fields.canonicalUrl, [siteHost()]);
  if (!can(actor, 'posts.edit-any')) {
    Object.assign(
      fields,
      fieldMap<Partial<PostFields>>(editorsFields, (name) => current[name]),
    );
  }
  fields.authorIds = await existingAuthors(fields.authorIds, current.authorIds);
  if (fields.coverId !== current.coverId) await requireCover(fields.coverId);
  const problems: Problems = {};
  if (fields.slug === '' && post.status !== 'draft') fields.slug = current.slug;
  if (fields.slug !== '' && fields.slug !== current.slug) {
    const problem = await slugProblemOf(actor, { slug: fields.slug, postId: post.id });
    if (problem && !isLenient) throw problem;
    if (problem) Object.assign(problems, problem.fields);
    if (problem) fields.slug = current.slug;
  }
  return { fields, problems };
}

function parse(given: Partial<PostFields>) {
  const present = Object.entries(validated(postFields.partial(), given)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Partial<PostFields>;
}

async function existingAuthors(wanted: string[], current: string[]) {
  const rows = await readDb.user.findMany({ where: { id: { in: [...wanted, ...current] } }, select: { id: true } });
  const there = new Set(rows.map(({ id }) => id));
  const existing = [...new Set(wanted)].filter((id) => there.has(id));
  return existing.length > 0 ? existing : current.filter((id) => there.has(id));
}

async function requireCover(coverId: string | null) {
  if (coverId === null) return;
  const found = await readDb.media.findFirst({ where: { id: coverId, deletedAt: null }, select: { id: true } });
  const sentence = 'That image is no longer in the library. Please choose another one.';
  if (!found) throw new AppError('invalid', sentence, { fields: { coverId: sentence } });
}

async function slugProblemOf(...[actor, wanted]: Parameters<typeof requireUsableSlug>) {
  try {
    await requireUsableSlug(actor, wanted);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
