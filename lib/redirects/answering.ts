import 'server-only';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { isUploadName } from '@/lib/media/downloads';
import { uploadsFolder } from '@/lib/media/storage';
import { parseMonth, parseYear, spanOf } from '@/lib/posts/listing/archive';
import { outlineOf, type Scope } from '@/lib/posts/listing/listing-queries';
import { publicWhere } from '@/lib/posts/visibility';
import { getSettings } from '@/lib/settings/queries';
import { percentDecoded } from '@/lib/web/percent-decoding';
import type { LegacySystems } from './legacy-systems';
import { findRedirect } from './queries';

const always =
  /^\/(?:archive|search|robots\.txt|sitemap\.xml|(?:comments\/)?(?:feed\.xml|rss\.xml|feed\.json)|signin|signup)?$/;
const feed = /\/(?:feed\.xml|rss\.xml|feed\.json)$/;

/** Whether an address (path and query) is answered, directly or by a redirect. */
export class AnsweringSite {
  readonly #perPage: number;
  readonly #timeZone: string;
  readonly #pages = new Map<string, number>();

  readonly #legacy: LegacySystems;

  private constructor({ postsPerPage, timeZone }: { postsPerPage: number; timeZone: string }, legacy: LegacySystems) {
    this.#perPage = postsPerPage;
    this.#timeZone = timeZone;
    this.#legacy = legacy;
  }

  static async asItIs(legacy: LegacySystems) {
    return new AnsweringSite(await getSettings(), legacy);
  }

  async answers(address: string) {
    const path = address.replace(/#.*$/s, '');
    if (await this.#shows(path)) return true;
    const { move } = await findRedirect(path, this.#legacy);
    if (!move || move.status === 410) return false;
    return !move.to.startsWith('/') || this.#shows(move.to.replace(/#.*$/s, ''));
  }

  async #shows(address: string) {
    const [path = '', query] = address.split('?');
    // The front page ignores queries, but an old query meant something else.
    if (path === '/') return query === undefined;
    if (path.startsWith('/uploads/')) return hasUpload(path.slice('/uploads/'.length));
    if (always.test(path)) return true;
    const [, list = '', page = '1'] = /^(.*?)(?:\/page\/([1-9]\d{0,5}))?$/.exec(path.replace(feed, '')) ?? [];
    const scope = await this.#scopeOf(list);
    if (scope) return Number(page) <= (await this.#pagesOf(list, scope));
    return page === '1' && hasPost(percentDecoded(list.slice(1)) ?? '');
  }

  async #scopeOf(list: string): Promise<Scope | null> {
    if (list === '') return { kind: 'site' };
    const [, kind, segment = ''] = /^\/(tag|author|series)\/([^/]+)$/.exec(list) ?? [];
    const slug = percentDecoded(segment) ?? '';
    if (kind === 'tag') {
      const tag = await readDb.tag.findUnique({ where: { slug }, select: { id: true } });
      return tag && { kind: 'tag', tagId: tag.id };
    }
    if (kind === 'author') {
      const user = await readDb.user.findUnique({ where: { slug }, select: { id: true } });
      return user && { kind: 'author', userId: user.id };
    }
    if (kind === 'series') {
      const series = await readDb.series.findUnique({ where: { slug }, select: { id: true } });
      return series && { kind: 'series', seriesId: series.id };
    }
    const [, yearText = '', monthText] = /^\/(\d{4})(?:\/(\d\d))?$/.exec(list) ?? [];
    const year = parseYear(yearText);
    const month = monthText === undefined ? null : parseMonth(monthText);
    if (!year || (monthText !== undefined && !month)) return null;
    return { kind: 'time', ...spanOf(year, month, this.#timeZone) };
  }

  async #pagesOf(list: string, scope: Scope) {
    const known = this.#pages.get(list);
    if (known !== undefined) return known;
    const { total } = await outlineOf(scope);
    const pages = scope.kind === 'site' ? Math.max(1, this.#pagesFor(total)) : this.#pagesFor(total);
    this.#pages.set(list, pages);
    return pages;
  }

  #pagesFor(total: number) {
    return Math.ceil(total / this.#perPage);
  }
}

async function hasPost(slug: string) {
  if (slug === '') return false;
  const count = await readDb.post.count({ where: { slug, ...publicWhere() } });
  return count > 0;
}

function hasUpload(path: string) {
  return isUploadName(path) && (Boolean(env().s3) || existsSync(join(uploadsFolder(), path)));
}
