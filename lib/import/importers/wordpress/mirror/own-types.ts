import type { Problem } from '../../../drafts';
import { LooseFields } from '../../../threads/loose-fields';
import { leftOutType } from '../left-out';
import type { ItemTypes } from '../outline';
import { askJson, Refused } from './old-site';
import type { Pulled } from './pulled';
import { addressOf, pagesOf, type RestSite } from './rest-pages';

type OwnType = { type: string; route: string };
type OwnTypes = { wanted: (OwnType & { as: 'post' | 'page' })[]; others: OwnType[] };

const known = new Set(['post', 'page', 'attachment']);
const MAX_TYPES = 200;

/** The types of plug-ins and themes that the old site shows by its REST API: those to be pulled, and the others. */
export async function findOwnTypes(site: RestSite, types: ItemTypes, { notes }: Pulled): Promise<OwnTypes> {
  const shown = await shownTypes(site);
  for (const type of types.keys()) {
    if (!known.has(type) && !shown.some((one) => one.type === type))
      notes.push({ where: `type ${type}`, why: 'The REST API of the old site does not have it: an export may.' });
  }
  const wanted = shown.flatMap((one) => {
    const as = types.get(one.type);
    return as ? [{ ...one, as }] : [];
  });
  return { wanted, others: shown.filter(({ type }) => !types.has(type)) };
}

async function shownTypes(site: RestSite): Promise<OwnType[]> {
  const value = await shownOrNull(async () => (await askJson(addressOf(site.api, 'types'), site.guard)).value);
  const all = new LooseFields({ value }).below('value');
  const names = typeof value === 'object' && value !== null ? Object.keys(value).slice(0, MAX_TYPES) : [];
  return names.flatMap((type) => {
    const [base, namespace] = [all.below(type).text('rest_base') || type, all.below(type).text('rest_namespace')];
    const isRoute = /^[\w-]+$/.test(base) && /^(?:[\w-]+(?:\/[\w-]+)*)?$/.test(namespace);
    if (known.has(type) || !/^[\w-]{1,40}$/.test(type) || !isRoute) return [];
    return [{ type, route: `${namespace || 'wp/v2'}/${base}` }];
  });
}

/** What is not pulled, with how much of it everyone can read. */
export async function leftOutTypes(site: RestSite, others: readonly OwnType[]): Promise<Problem[]> {
  const lines: Problem[] = [];
  for (const { type, route } of others) {
    if (leftOutType(type, 0) === null) continue;
    const count = (await shownOrNull(() => countOf(site, route))) ?? 0;
    const line = count > 0 ? leftOutType(type, count) : null;
    if (line) lines.push(line);
  }
  return lines;
}

async function countOf(site: RestSite, route: string) {
  let count = 0;
  for await (const { rows, entries } of pagesOf(site, route, { _fields: 'id' })) {
    if (entries !== null) return entries;
    count += rows.length;
  }
  return count;
}

async function shownOrNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
