import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { fontPairNames } from '@/lib/settings/fonts';
import { articleLayouts, frontLayouts } from '@/lib/settings/looks-names';
import { addLineItems, fillSlots, seed } from './database';
import { serve } from './site';
import { median, type Row } from './table';

const KILOBYTE = 1000;
const RUNS = 3;
const MAX_ATTEMPTS = 3;
const MANIFEST = '/_s/m.json';
const SHIFT = 'cumulative-layout-shift';
/** What an empty page of Next 16.4 loads (kB), measured once. */
const FRAMEWORK = 135;
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

/** Target 7: what a browser loads for home and article with every slot filled, and Lighthouse's scores. */
export async function measureReaderPages(): Promise<Row[]> {
  const data = await seed({ posts: 30, comments: 600 });
  await fillSlots(data);
  const site = await serve(data);
  const article = site.posts[0] ?? site.url;
  const rows = [
    ...(await weigh(article, site.url)),
    ...(await judge('home', site.url, ', all slots filled')),
    ...(await judge('article', article, ', all slots filled')),
  ];
  await site.stop();
  await addLineItems(data);
  const choosing = await serve(data);
  rows.push(...(await weighChoice(choosing.posts[0] ?? choosing.url, choosing.url)));
  await choosing.stop();
  await data.remove();
  return rows;
}

/** Target 7 for each layout, with each pair of fonts once, without ads. */
export async function measureLayouts(): Promise<Row[]> {
  const data = await seed({ posts: 30, comments: 600 });
  const rows: Row[] = [];
  for (const [at, frontLayout] of frontLayouts.entries()) {
    const articleLayout = articleLayouts[at % articleLayouts.length];
    const fontPair = fontPairNames[(at + 1) % fontPairNames.length];
    await data.run(['bench/set-looks.ts', JSON.stringify({ frontLayout, articleLayout, fontPair })]);
    const site = await serve(data);
    rows.push(...(await judge(`front page, ${frontLayout}`, site.url)));
    rows.push(...(await judge(`article, ${articleLayout}, ${fontPair} fonts`, site.posts[0] ?? site.url)));
    await site.stop();
  }
  await data.remove();
  return rows;
}

/** What a page carries on which readers' browsers choose what slots show. */
async function weighChoice(article: string, origin: string): Promise<Row[]> {
  const html = await (await fetch(article)).text();
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  const runtime = inline.filter((text) => text.includes(MANIFEST));
  const ofSlots = inline.filter((text) => /\/_s\/|slot/.test(text));
  const manifest = await (await fetch(origin + MANIFEST)).arrayBuffer();
  return [
    { target: 7, what: 'script that chooses what slots show, gzip', figure: kilobytes(runtime), unit: 'kB', atMost: 4 },
    { target: 7, what: 'all scripts of slots in an article, gzip', figure: kilobytes(ofSlots), unit: 'kB' },
    {
      target: 7,
      what: 'what they choose from, six line items a slot, gzip',
      figure: kilobytes([Buffer.from(manifest)]),
      unit: 'kB',
      atMost: 8,
    },
  ];
}

function kilobytes(parts: (string | Buffer)[]) {
  return parts.reduce((sum, part) => sum + gzipSync(part).byteLength, 0) / KILOBYTE;
}

async function weigh(article: string, origin: string): Promise<Row[]> {
  const html = await (await fetch(article)).text();
  // Browsers that support modules skip the others.
  const loaded = [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const scripts = await zipped(origin, loaded);
  const hydrated = await zipped(
    origin,
    loaded.filter(([tag]) => !tag.includes('text/deferred')),
  );
  const styles = await zipped(origin, [...html.matchAll(/<link[^>]+href="([^"]+\.css[^"]*)"/g)]);
  return [
    {
      target: 7,
      what: 'JavaScript of an article, gzip (limit: the framework alone)',
      figure: scripts,
      unit: 'kB',
      limit: FRAMEWORK,
      ratio: scripts / FRAMEWORK,
      atMost: (FRAMEWORK + 10) / FRAMEWORK,
    },
    { target: 7, what: 'JavaScript that an article loads before it is needed, gzip', figure: hydrated, unit: 'kB' },
    { target: 7, what: 'CSS of an article, gzip', figure: styles, unit: 'kB', atMost: 12 },
  ];
}

async function zipped(origin: string, found: RegExpMatchArray[]) {
  const addresses = [...new Set(found.map(([, address]) => new URL(address ?? '', origin).href))];
  const bodies = await Promise.all(addresses.map(async (address) => (await fetch(address)).arrayBuffer()));
  return kilobytes(bodies.map((body) => Buffer.from(body)));
}

// Lighthouse's throttling varies with the machine: medians of several runs.
async function judge(name: string, url: string, shiftNote = ''): Promise<Row[]> {
  const results: Awaited<ReturnType<typeof measured>>[] = [];
  for (let run = 0; run < RUNS; run += 1) results.push(await measured(url));
  const shifts = results.map(({ audits }) => audits[SHIFT]?.numericValue ?? NaN);
  const [first] = results;
  const scores = Object.values(first?.categories ?? {}).map(({ id, title }) => ({
    target: 7,
    what: `Lighthouse mobile, ${name}: ${title}`,
    figure: median(results.map(({ categories }) => (categories[id]?.score ?? 0) * 100)),
    unit: 'of 100',
    atLeast: 99,
  }));
  return [
    ...scores,
    {
      target: 7,
      what: `layout shift, ${name}${shiftNote}`,
      figure: Math.max(...shifts),
      unit: '',
      atMost: 0,
    },
  ];
}

// Chromium now and then paints nothing in a busy moment, and Lighthouse then has no figure: that run says nothing.
async function measured(url: string) {
  for (let attempt = 1; ; attempt += 1) {
    const report = await ask(url);
    if (typeof report?.audits[SHIFT]?.numericValue === 'number') return report;
    const why = report?.audits[SHIFT]?.errorMessage ?? report?.runtimeError?.message ?? 'no report';
    if (attempt === MAX_ATTEMPTS) throw new Error(`Lighthouse measured nothing at ${url}: ${why}`);
    console.log(`(Lighthouse measured nothing: ${why}) `);
  }
}

async function ask(url: string) {
  const chrome = await launch({
    ...(chromium ? { chromePath: chromium } : {}),
    chromeFlags: [
      '--headless=new',
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  const result = await lighthouse(url, { port: chrome.port, logLevel: 'silent' });
  chrome.kill();
  return result?.lhr;
}
