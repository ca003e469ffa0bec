import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { EventOf } from '@/lib/events/event';
import { AppError } from '@/lib/platform/errors';
import { linesOf, nameOf } from '@/lib/text/visible-text';
import { paths } from '@/lib/web/paths';
import { clearAddress, storeRedirect } from '../publishing/address-moves';
import { formProblem, slugify } from '../publishing/slugs';
import { tagKey } from '../tagging/tag-names';
import { retryOnUniqueViolation } from '../unique-violation';
import { createSeriesNamed, findSeriesNamed, freeSeriesSlug, type NamedSeries } from './joining';
import { withMoved, type Move } from './order';
import { MAX_PARTS, MAX_SERIES_DESCRIPTION, MAX_SERIES_TITLE } from './series';
import { keepSeries } from './series-undo';

/** Adds a series without posts; readers see it once a post of it is published. */
export async function createSeries(actor: Actor, { title: typed }: { title: string }) {
  requireCapability(actor, 'posts.edit-any');
  const title = titleFrom(typed);
  return retryOnUniqueViolation(() =>
    transaction(async (tx) => {
      await requireFree(tx, title);
      const series = await createSeriesNamed(tx, title);
      await clearAddress(tx, paths.series(series.slug));
      emitChange(tx, actor, { series, change: 'created', slugs: [series.slug] });
      return { id: series.id, title };
    }),
  );
}

type Renaming = { id: string; title: string; /** The present one, or none: it follows the title. */ slug?: string };

/** Renames a series; its former URL redirects to the new one. */
export async function renameSeries(actor: Actor, { id, title: typed, slug: wanted = '' }: Renaming) {
  requireCapability(actor, 'posts.edit-any');
  const title = titleFrom(typed);
  return retryOnUniqueViolation(() =>
    transaction(async (tx) => {
      const series = await requireSeries(tx, id);
      await requireFree(tx, title, id);
      const slug = await slugFor(tx, series, { title, wanted: wanted.trim() });
      await tx.series.update({ where: { id }, data: { title, titleKey: tagKey(title), slug }, select: { id: true } });
      if (slug !== series.slug) {
        const move = { from: paths.series(series.slug), to: paths.series(slug) };
        await storeRedirect(tx, { ...move, postId: null, tagId: null });
      }
      emitChange(tx, actor, { series: { id, title, slug }, change: 'renamed', slugs: [series.slug, slug] });
      return { id, slug };
    }),
  );
}

export async function describeSeries(actor: Actor, { id, description }: { id: string; description: string }) {
  requireCapability(actor, 'posts.edit-any');
  const text = linesOf(description);
  if ([...text].length > MAX_SERIES_DESCRIPTION) {
    throw wrongField('description', 'A description can have at most 1,000 characters.');
  }
  return transaction(async (tx) => {
    const series = await requireSeries(tx, id);
    await tx.series.update({ where: { id }, data: { description: text }, select: { id: true } });
    emitChange(tx, actor, { series, change: 'described', slugs: [] });
    return { id };
  });
}

/** Moves a post within its series, and says where it stands now; posts in the trash keep their places. */
export async function movePart(actor: Actor, seriesId: string, move: Move) {
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    // Writing first locks the row: concurrent moves wait for each other.
    const locked = await tx.series.updateMany({ where: { id: seriesId }, data: { updatedAt: new Date() } });
    if (locked.count === 0) throw gone();
    const series = await requireSeries(tx, seriesId);
    const rows = await tx.post.findMany({
      where: { seriesId },
      orderBy: [{ seriesPosition: 'asc' }, { id: 'asc' }],
      take: MAX_PARTS,
      select: { id: true, title: true, status: true, seriesPosition: true },
    });
    const shown = rows.filter(({ status }) => status !== 'trashed').map(({ id }) => id);
    const order = withMoved(shown, move);
    await store(tx, rows, order);
    emitChange(tx, actor, { series, change: 'ordered', slugs: [] });
    const title = rows.find(({ id }) => id === move.id)?.title ?? '';
    return { title, standing: order.indexOf(move.id) + 1, of: order.length };
  });
}

/** Deletes a series; its posts stay. `undo`: what undoes it (series-undo.ts). */
export async function deleteSeries(actor: Actor, id: string): Promise<{ undo: string }> {
  requireCapability(actor, 'posts.edit-any');
  return transaction(async (tx) => {
    const series = await requireSeries(tx, id);
    const { undo, leftAddresses } = await keepSeries(tx, id);
    await tx.series.delete({ where: { id }, select: { id: true } });
    await tx.redirect.deleteMany({ where: { from: { in: leftAddresses } } });
    emitChange(tx, actor, { series, change: 'deleted', slugs: [series.slug], leftAddresses });
    return { undo };
  });
}

type Row = { id: string; status: string; seriesPosition: number };

// By itself, without the date of the last change: the order is none of the post.
async function store(tx: Tx, rows: readonly Row[], order: readonly string[]) {
  const next = order.values();
  for (const [position, row] of rows.entries()) {
    const id = row.status === 'trashed' ? row.id : next.next().value;
    const before = rows.find((each) => each.id === id)?.seriesPosition;
    if (id && before !== position) {
      await tx.$executeRaw`UPDATE "Post" SET "seriesPosition" = ${position} WHERE "id" = ${id}`;
    }
  }
}

function titleFrom(typed: string) {
  const title = nameOf(typed);
  if (title !== '' && [...title].length <= MAX_SERIES_TITLE) return title;
  throw wrongField('title', `A series needs a title of 1 to ${MAX_SERIES_TITLE} characters.`);
}

async function requireFree(tx: Tx, title: string, ownId = '') {
  const other = await findSeriesNamed(tx, title);
  if (other && other.id !== ownId) throw wrongField('title', `There is a series “${other.title}” already.`);
}

async function slugFor(tx: Tx, { id, slug }: NamedSeries, { title, wanted }: { title: string; wanted: string }) {
  if (wanted === '' || wanted === slug) return slugify(title) === slug ? slug : freeSeriesSlug(tx, title, slug);
  const problem = formProblem(wanted);
  if (problem) throw wrongField('slug', problem);
  const other = await tx.series.findUnique({ where: { slug: wanted }, select: { id: true, title: true } });
  if (other && other.id !== id) throw wrongField('slug', `The series “${other.title}” has this URL slug.`);
  return wanted;
}

async function requireSeries(tx: Tx, id: string): Promise<NamedSeries> {
  const series = await tx.series.findUnique({ where: { id }, select: { id: true, title: true, slug: true } });
  if (!series) throw gone();
  return series;
}

type Change = Pick<EventOf<'series.changed'>, 'change' | 'slugs'> & { series: NamedSeries; leftAddresses?: string[] };

function emitChange(tx: Tx, actor: Actor, { series: { id, title }, change, slugs, leftAddresses = [] }: Change) {
  emit(tx, { type: 'series.changed', actorId: actor.id, seriesId: id, change, title, slugs, leftAddresses });
}

function gone() {
  return new AppError('not_found', 'This series no longer exists.');
}

function wrongField(name: string, sentence: string) {
  return new AppError('invalid', sentence, { fields: { [name]: sentence } });
}
