import { readFile, stat } from 'node:fs/promises';
import { EntryReading } from '../../entries/entry-reading';
import { sourceOfEntries } from '../../entries/entry-source';
import { OldSite } from '../../entries/old-site';
import { placeIn, type ExportFile, type ImportSource, type OpenRequest } from '../../importer';
import { decodeUtf8 } from '../../reading/utf8';
import type { LegacyUrl } from '../../drafts';
import { clockOf } from '../../site-settings/time-zones';
import { AppError } from '@/lib/platform/errors';
import { htmlOfText } from './bodies';
import { FolderAddresses } from './file-addresses';
import { readFrontMatter } from './front-matter';
import { layoutOf, placeOfText, type Layout } from './layout';
import { isSettings } from './recognising';
import { readSettings, type SiteSettings } from './settings';
import { TextLinks } from './text-links';
import { entryOfText } from './texts';

const MAX_TEXT_BYTES = 16 * 1024 * 1024;

/** Reads the texts of a folder, with the addresses that its settings give them. */
export async function openFolder(
  files: readonly ExportFile[],
  { oldUrl, scratch }: OpenRequest,
): Promise<ImportSource> {
  const layout = layoutOf(files.map(({ name }) => name));
  const texts = files.filter(({ name }) => !isSettings(name));
  const settings = await readSettings(files.filter(({ name }) => isSettings(name)));
  if (texts.length === 0)
    throw new AppError(
      'invalid',
      `${files[0]?.name ?? 'The archive'} holds the settings of a site and no texts. Add the folder with its posts.`,
    );
  const reading = new EntryReading(scratch);
  const sections = new Set<string>();
  for (const file of texts) await readText(file, { reading, layout, settings, sections });
  if (reading.size === 0 && reading.failed.length === 1) {
    const [only = { where: '', why: '' }] = reading.failed;
    throw new AppError('invalid', `${only.where}: ${only.why} Nothing was imported.`);
  }
  const site = new OldSite(oldUrl ?? settings.baseUrl);
  if (!site.baseUrl)
    reading.remarks.push(
      'The files do not say where the site was. With its old address, links and images that name it in full are recognised too.',
    );
  const links = new TextLinks(reading);
  const addresses = new FolderAddresses(site, layout.root);
  const clock = settings.namedZone ? clockOf(settings.namedZone, new Date().getUTCFullYear()) : [];
  const { title, tagline, namedZone } = settings;
  const facts = { title, tagline, timeZone: namedZone, clock, offsetMinutes: clock[0]?.minutes ?? 0 };
  return sourceOfEntries(reading, {
    site: facts,
    address: site,
    format: {
      htmlOf: (entry, note) =>
        htmlOfText(entry, {
          generator: layout.generator,
          note,
          root: site.baseUrl,
          linkTo: (name) => links.named(name),
        }),
      resolve: (address, entry) => {
        const text = addresses.textAt(address, entry.path);
        const link = text === null ? null : links.at(text);
        const fragment = /#.*$/s.exec(address)?.[0] ?? '';
        return addresses.resolve(link === null ? address : link + fragment, entry);
      },
      files: addresses.files,
      tagPaths: ({ name, kind }) => tagPathsOf(name, kind),
      lists: () => listsOf(sections),
    },
  });
}

type Reading = { reading: EntryReading; layout: Layout; settings: SiteSettings; sections: Set<string> };

async function readText(file: ExportFile, { reading, layout, settings, sections }: Reading) {
  const place = placeOfText(file.name, layout, settings);
  if ((await stat(file.path)).size > MAX_TEXT_BYTES)
    return reading.fail(place.path, 'It is larger than 16 MB, and was not read.');
  const { text: whole, fault } = decodeUtf8(await readFile(file.path));
  if (fault) reading.note(place.path, fault);
  if (whole.trim() === '') return reading.fail(place.path, 'It is empty.');
  const read = readFrontMatter(whole);
  if (read && 'fault' in read)
    return reading.fail(
      placeIn({ label: place.path }, `line ${read.fault.line}`),
      `Its front matter cannot be read: ${read.fault.why}. It was not imported.`,
    );
  const text = read ?? { fields: new Map(), body: whole, bodyLine: 1 };
  if (place.kind === 'list') {
    if (text.body.trim()) reading.fail(place.path, 'The text above a list of posts was left out.');
    return;
  }
  if (place.kind === 'hidden')
    return reading.fail(place.path, `The collection ${place.collection} had no pages of its own, so it was left out.`);
  const target = text.fields.get('redirectto');
  if (typeof target === 'string')
    return reading.fail(place.path, `It only leads to ${target.slice(0, 200)}: set it up under Redirects.`);
  const entry = entryOfText(text, place, {
    folder: { layout, settings },
    note: (why) => reading.note(place.path, why),
  });
  if (place.path.match(/\.html?$/i) && place.kind === 'page' && isProgram(text.body)) return;
  if (reading.take(entry) && entry.type === 'post' && place.folders[0]) sections.add(place.folders[0].toLowerCase());
}

/** Pages of a generator that are programs: lists of posts, feeds, the search. */
function isProgram(body: string) {
  return /\{%-?\s*(?:for|if|include|assign|paginate)\b/.test(body);
}

function tagPathsOf(name: string, kind: string) {
  const spaced = name.toLowerCase().replace(/\s/g, '-');
  // Hugo leaves out signs and keeps the hyphens around them: "rock--roll".
  const slugs = new Set([spaced.replace(/-+/g, '-'), spaced.replace(/[^\p{L}\p{M}\p{N}_.+~-]/gu, '')]);
  const lists = kind === 'category' ? ['categories', 'category'] : ['tags', 'tag'];
  return [...slugs].filter(Boolean).flatMap((slug) => lists.map((list) => `/${list}/${encodeURIComponent(slug)}`));
}

function* listsOf(sections: ReadonlySet<string>): Generator<LegacyUrl> {
  for (const section of sections) yield { from: `/${encodeURIComponent(section)}`, to: { path: '/' } };
  for (const list of ['tags', 'categories', 'archives', 'archive']) yield { from: `/${list}`, to: { path: '/' } };
}
