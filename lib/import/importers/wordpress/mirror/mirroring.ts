import 'server-only';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readDb } from '@/lib/database/db';
import { makeUnpackingFolder } from '../../../archives/unpacking-folders';
import { niceName } from '../list-addresses';
import { runImport } from '../../../pipeline';
import { ImportMap } from '../../../pipeline/import-map';
import type { ImportActor, Progress } from '../../../pipeline/run';
import { Scratch } from '../../../reading/scratch';
import type { ImportReport } from '../../../report/report';
import type { MirrorInput, MirrorReport, PulledUntil } from '../../../mirrors';
import { readOptions } from '../options';
import type { ItemTypes } from '../outline';
import { compareSites } from './differences';
import { mirroring } from './mirrored-source';
import { findOldSite, type OldSite } from './old-site';
import { pullFeed } from './pull-feed';
import { pullRest } from './pull-rest';
import { Pulled } from './pulled';
import { writeWxr } from './writing-wxr';

/** How far back past pulls are looked for. */
const MAX_PAST = 200;

/**
 * Pulls what changed on a public WordPress since the last pull, and imports it as an export of the same site would be.
 * Nothing is deleted here. A pull that fails imports nothing, and the next one begins where the last whole one ended.
 */
export async function runMirror(
  actor: ImportActor,
  { address, cutOver, ...input }: MirrorInput,
  onProgress: Progress = () => {},
): Promise<MirrorReport> {
  const site = await findOldSite(address, input.mayDial ? { mayDial: input.mayDial } : {});
  const folder = await makeUnpackingFolder();
  const scratch = new Scratch();
  try {
    const home = await knownAddress(site.home);
    const { types } = readOptions(input.options ?? {});
    const pulled = await pull({ ...site, home }, { folder, scratch, cutOver, types, onProgress });
    const file = join(folder, `${new URL(home).host.replaceAll(':', '-')}.xml`);
    await writeWxr(file, { ...site, home }, pulled);
    const { until } = pulled;
    const given = { ...input, files: [file], oldUrl: null, pulledUntil: until };
    const report = await runImport(actor, mirroring(pulled), given, onProgress);
    const differences = cutOver ? await compareSites(report.source, pulled) : null;
    const counts = { posts: pulled.items.size, comments: pulled.postOf.size };
    return { ...report, pulled: { from: site.api ? 'REST API' : 'feed', ...counts }, differences };
  } finally {
    scratch.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type PullInput = { folder: string; scratch: Scratch; cutOver: boolean; types: ItemTypes; onProgress: Progress };

async function pull(site: OldSite, { folder, scratch, cutOver, types, onProgress }: PullInput) {
  const last = await lastPull(site.home);
  const pulled = new Pulled(scratch, { isDated: site.api !== null, until: last });
  const since = cutOver ? { posts: '', comments: '' } : last;
  const { api } = site;
  const options = { since, loginOf: await loginsOf(site.home), types, onProgress };
  if (api) await pullRest({ ...site, api }, pulled, options);
  else await pullFeed(site, pulled, { ...options, folder });
  if (!api && types.size > 0)
    pulled.notes.push({
      where: 'types',
      why: 'Feeds have posts alone: other types come by the REST API or an export.',
    });
  return pulled;
}

/** The address of the site as an earlier import has it: with or without "www." and TLS it is the same site. */
async function knownAddress(home: string) {
  const bare = home.replace(/^https?:\/\/(?:www\.)?/i, '');
  const others = ['https://', 'http://', 'https://www.', 'http://www.'].map((start) => start + bare);
  for (const one of [home, ...others]) {
    const item = await readDb.importItem.findFirst({ where: { source: sourceName(one) }, select: { id: true } });
    if (item) return one;
  }
  return home;
}

async function lastPull(home: string): Promise<PulledUntil> {
  const batches = await readDb.importBatch.findMany({
    where: { source: 'wordpress', status: 'done' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_PAST,
    select: { report: true },
  });
  for (const { report } of batches) {
    const { pulledUntil, dryRun } = JSON.parse(report) as Partial<ImportReport>;
    if (pulledUntil?.site === home && !dryRun) return pulledUntil;
  }
  return { site: home, posts: '', comments: '' };
}

// An export names authors by their logins, which are shown to nobody: their addresses are made of them, and feeds have names.
async function loginsOf(home: string) {
  const known = await new ImportMap(sourceName(home), '').all('user');
  const users = await readDb.user.findMany({
    where: { id: { in: known.map(({ targetId }) => targetId) } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const logins = new Map(known.map(({ sourceId, targetId }) => [names.get(targetId) ?? sourceId, sourceId]));
  for (const { sourceId } of known) logins.set(niceName(sourceId), sourceId);
  return (shown: string) => logins.get(shown) ?? shown;
}

function sourceName(home: string) {
  return `wordpress:${home}`;
}
