import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { problemsOf, validated } from '@/lib/forms/validation';
import { requireUsableSlug } from '../publishing/addresses';
import { requireParent } from '../publishing/page-tree';
import { folderOf } from '../publishing/slugs';
import { ownPath } from '@/lib/html/own-addresses';
import { folderOfPost } from '@/lib/settings/permalinks';
import { getSettings } from '@/lib/settings/queries';
import { siteHost } from '@/lib/settings/site-address';
import { framedCodeOf } from '../rendering/framed-blocks';
import { findSeriesMeant } from '../series/joining';
import { runBodyTask } from '../rendering/body-worker-pool';
import { newestFields, type EditablePost } from './post-record';
import { fieldMap, fieldsWith, postFieldNames, type PostFields } from '../fields/fields';
import { postFields, readFields } from '../fields/post-fields';

const editorsFields = fieldsWith({ isForEditors: true });

export type Problems = Record<string, string>;

/** Merges parsed, permitted fields into the newest ones. With `isLenient`, unusable values are reported, not thrown. */
export async function mergeFields(
  actor: Actor,
  post: EditablePost,
  { given, isLenient }: { given: Partial<PostFields>; isLenient: boolean },
): Promise<{ fields: PostFields; problems: Problems }> {
  const current = newestFields(post);
  const read = isLenient ? readFields(given) : { fields: parse(given), problems: {} };
  const fields = { ...current, ...read.fields };
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
  // As it is stored: no end of what is not pinned.
  if (!fields.pinned) fields.pinnedUntil = '';
  if (post.type !== 'page') fields.parentId = null;
  if (post.type !== 'post') fields.series = '';
  if (fields.slug === '' && !['draft', 'review'].includes(post.status)) fields.slug = current.slug;
  const { slug } = fields;
  const checks: Promise<unknown>[] = [
    takeAuthors(fields, current),
    takeSeries(fields, current),
    ...imageFields.map((name) => requireImage(name, fields, current)),
    requireFrames(actor, fields, [current.bodyHtml, post.bodyHtml]),
  ];
  if (fields.parentId !== current.parentId || (slug !== '' && slug !== current.slug))
    checks.push(requirePlace(actor, post, { slug, parentId: fields.parentId }));
  const found = isLenient ? await problemsOf(checks) : await Promise.all(checks).then((): Problems => ({}));
  const refused = postFieldNames.filter((name) => name in found);
  Object.assign(
    fields,
    fieldMap<Partial<PostFields>>(refused, (name) => current[name]),
  );
  return { fields, problems: { ...read.problems, ...found } };
}

async function requirePlace(
  actor: Actor,
  post: EditablePost,
  { slug, parentId }: Pick<PostFields, 'slug' | 'parentId'>,
) {
  if (post.type === 'page') {
    const parent = await requireParent(post, parentId);
    if (slug !== '') await requireUsableSlug(actor, { slug, postId: post.id, parent });
    return;
  }
  // Where it is stored meanwhile, and where it is going to be published.
  const folders = new Set([folderOf(post.slug), folderOfPost(post.publishAt ?? new Date(), await getSettings())]);
  for (const parent of slug === '' ? [] : folders) await requireUsableSlug(actor, { slug, postId: post.id, parent });
}

function parse(given: Partial<PostFields>) {
  const present = Object.entries(validated(postFields.partial(), given)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Partial<PostFields>;
}

// Authors whose account is gone are left out; one at least remains.
async function takeAuthors(fields: PostFields, current: PostFields) {
  const wanted = fields.authorIds;
  const ids = [...new Set([...wanted, ...current.authorIds])];
  const rows = await readDb.user.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const there = new Set(rows.map(({ id }) => id));
  const [existing, before] = [wanted, current.authorIds].map((list) =>
    [...new Set(list)].filter((id) => there.has(id)),
  );
  fields.authorIds = existing?.length ? existing : (before ?? []);
  if (!existing?.length && before?.length) throw refusalOf('authorIds', 'At least one author is needed.');
}

// However its title is written, and under a former one.
async function takeSeries(fields: PostFields, current: PostFields) {
  if (fields.series === '' || fields.series === current.series) return;
  fields.series = (await findSeriesMeant(readDb, fields.series))?.title ?? fields.series;
}

// An author keeps the frames that an editor put into the text.
async function requireFrames(actor: Actor, { bodyHtml }: PostFields, former: string[]) {
  if (can(actor, 'posts.framed-code')) return;
  const known = new Set(former.flatMap(framedCodeOf));
  if (framedCodeOf(bodyHtml).every((code) => known.has(code))) return;
  throw refusalOf('bodyHtml', 'Only editors can add HTML that runs in a frame. Remove it, or ask an editor to add it.');
}

const imageFields = fieldsWith({ kind: 'image' });

async function requireImage(name: (typeof imageFields)[number], fields: PostFields, current: PostFields) {
  const id = fields[name];
  if (id === null || id === current[name]) return;
  const found = await readDb.media.findFirst({ where: { id, deletedAt: null }, select: { id: true } });
  if (!found) throw refusalOf(name, 'That image is no longer in the library. Please choose another one.');
}

function refusalOf(field: keyof PostFields, sentence: string) {
  return new AppError('invalid', sentence, { fields: { [field]: sentence } });
}
