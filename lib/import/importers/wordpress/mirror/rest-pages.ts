import 'server-only';
import { AppError } from '@/lib/platform/errors';
import { LooseFields } from '../../../threads/loose-fields';
import { askJson, Refused, type OldSite } from './old-site';

export type RestSite = OldSite & { api: URL };
export type Query = Readonly<Record<string, string>>;

/** The most that WordPress gives at once. */
export const PER_PAGE = 100;
const MAX_ENTRIES = 1_000_000;

/**
 * The entries of a collection, page by page, each once. Throws if its pages repeat. `total`: how many pages there are.
 * `entries`: how many entries, where the old site says so.
 */
export async function* pagesOf(
  site: RestSite,
  route: string,
  query: Query = {},
): AsyncGenerator<{ rows: LooseFields[]; page: number; total: number; entries: number | null }> {
  const seen = new Set<string>();
  for (let page = 1; ; page += 1) {
    const url = addressOf(site.api, route, { ...query, per_page: String(PER_PAGE), page: String(page) });
    const answer = await pageAt(url, site, page);
    if (answer === null) return;
    const all = answer.value.map((row) => new LooseFields(row)).filter((row) => row.text('id') !== '');
    const rows = all.filter((row) => !seen.has(row.text('id')));
    if (all.length > 0 && rows.length === 0)
      throw new AppError('invalid', `${url.href} gives the same entries as the pages before it. Nothing was imported.`);
    for (const row of rows) seen.add(row.text('id'));
    if (seen.size > MAX_ENTRIES)
      throw new AppError(
        'too_large',
        `${url.href}: the old site has more than ${MAX_ENTRIES.toLocaleString('en')} entries of this kind. Nothing was imported.`,
      );
    // Proxies may remove the header.
    const told = numberIn(answer.headers, 'x-wp-totalpages');
    const total = told ?? (answer.value.length < PER_PAGE ? page : page + 1);
    yield { rows, page, total, entries: numberIn(answer.headers, 'x-wp-total') };
    if (page >= total) return;
  }
}

function numberIn(headers: Headers, name: string) {
  const told = Number(headers.get(name) ?? Number.NaN);
  return Number.isInteger(told) ? told : null;
}

async function pageAt(url: URL, { guard }: RestSite, page: number) {
  try {
    const { value, headers } = await askJson(url, guard);
    if (!Array.isArray(value)) throw new Refused('it answered with something that is no list', url.href);
    return { value: value as unknown[], headers };
  } catch (error) {
    // The list became shorter while it was read.
    if (error instanceof Refused && error.answered === 400 && page > 1) return null;
    throw error;
  }
}

/** The address of a route of the API, with its namespace if that is not WordPress’s own. */
export function addressOf(api: URL, given: string, query: Query = {}) {
  const route = given.includes('/') ? given : `wp/v2/${given}`;
  const url = new URL(api);
  const plain = url.searchParams.get('rest_route');
  if (plain === null) url.pathname = `${url.pathname.replace(/\/$/, '')}/${route}`;
  else url.searchParams.set('rest_route', `/${route}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
