import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startProduct, temporaryFolder, until } from '../setup/product';
import { ask } from './request';

/** What every page costs; written anew by PAGE_COSTS=write, so that a change of it is seen by whoever reads the change. */
const table = 'tests/serving/page-costs.json';
/** Dates in the pages of the sample site are longer on some days than on others. */
const SLACK = 1.01;
/** Of JavaScript, compressed: the framework’s 135 kB and 12 of our own. */
const MOST_SCRIPT = 147_000;

/** SQL statements of a first rendering, bytes of its HTML, and of the CSS and JavaScript that it names, compressed. */
type Cost = { statements: number; html: number; css: number; js: number };
type Costs = Record<string, Cost>;

const article = '/the-ferry-that-waits';
const missing = '/nowhere';
const pages = [
  '/',
  article,
  '/about',
  '/tag/harbour',
  '/archive',
  '/search?q=ferry',
  '/signin',
  '/signup',
  missing,
  '/feed.xml',
  `${article}/feed.xml`,
  '/sitemap.xml',
  '/robots.txt',
];

test('no page costs more than the table says', async () => {
  const costs = await measure(await createSampleFolder());
  if (process.env.PAGE_COSTS === 'write') writeFileSync(table, `${JSON.stringify(costs, null, 2)}\n`);
  const known = existsSync(table) ? (JSON.parse(readFileSync(table, 'utf8')) as Costs) : {};
  expect(growthOf(costs, known), 'is it worth it? then write the table anew: PAGE_COSTS=write').toEqual([]);
  expect(Object.entries(costs).filter(([, { js }]) => js > MOST_SCRIPT)).toEqual([]);
});

test('what grew, and what the table does not have, is named', () => {
  const cost = { statements: 4, html: 10_000, css: 9_000, js: 0 };
  expect(growthOf({ '/': { ...cost, html: 10_090 } }, { '/': cost })).toEqual([]);
  expect(growthOf({ '/': { ...cost, statements: 5, html: 10_101, js: 1 } }, { '/': cost })).toEqual([
    '/: 5 statements, not 4',
    '/: 10101 html, not 10000',
    '/: 1 js, not 0',
  ]);
  expect(growthOf({ '/new': cost }, { '/': cost })).toEqual(['/new is not in the table', '/ is no longer measured']);
});

function growthOf(costs: Costs, known: Costs) {
  const faults = Object.entries(costs).flatMap(([page, cost]) => {
    const before = known[page];
    if (!before) return [`${page} is not in the table`];
    const names = ['statements', 'html', 'css', 'js'] as const;
    return names
      .filter((name) => cost[name] > before[name] * (name === 'statements' ? 1 : SLACK))
      .map((name) => `${page}: ${cost[name]} ${name}, not ${before[name]}`);
  });
  const gone = Object.keys(known).filter((page) => !costs[page]);
  return [...faults, ...gone.map((page) => `${page} is no longer measured`)];
}

/** A data folder with the sample site, whose cover is attached after the first start. */
async function createSampleFolder() {
  const DATA_DIR = temporaryFolder();
  const { url, process: first, ended } = await startProduct({ DATA_DIR });
  await until(async () => (await ask(url, article)).text.includes('srcSet'));
  // What is not found yet is looked for in every way there is.
  await until(async () => (await ask(url, '/search?q=ferry')).text.includes(`href="${article}"`));
  first.kill('SIGTERM');
  await ended;
  return DATA_DIR;
}

async function measure(DATA_DIR: string): Promise<Costs> {
  // Every statement is logged with the id of its request.
  const log = { LOG_LEVEL: 'warn', LOG_SLOW_QUERY_MS: '0', TRUSTED_PROXIES: '127.0.0.1' };
  const { url, stderr } = await startProduct({ DATA_DIR, ...log });
  const askAs = (id: string, path: string) => ask(url, path, { headers: { 'x-request-id': id } });
  const isStatement = (line: string, id: string) =>
    line.includes('"event":"slow_query"') && line.includes(`"request":"${id}"`);
  const linesOf = (id: string) =>
    stderr()
      .split('\n')
      .filter((line) => isStatement(line, id));
  const statementsOf = (id: string) => linesOf(id).length;
  // What the preparation of the site made stale is dropped when the server reads it in the log.
  const readings = () =>
    stderr()
      .split('\n')
      .filter((line) => line.includes('slow_query') && /SELECT.*Invalidation.*tags/.test(line));
  await until(() => readings().length > 2);
  // What all pages share is read before, and again once the work that begins with the server has made it stale: the menu,
  // which counts the posts of each tag. The lines of a request come after those of the one before.
  let asked = 0;
  await until(async () => {
    asked++;
    await askAs(`shared-${asked}.`, `/shared-reads-${asked}`);
    await until(() => statementsOf(`shared-${asked}.`) > 0);
    return (
      asked > 2 && [1, 2].every((ago) => !linesOf(`shared-${asked - ago}.`).some((line) => line.includes('PostTag')))
    );
  });
  const sizes: [string, Omit<Cost, 'statements'>][] = [];
  for (const [at, page] of pages.entries()) {
    const { status, text } = await askAs(`cost-of-${at}.`, page);
    expect([page, status]).toEqual([page, page === missing ? 404 : 200]);
    sizes.push([page, { html: Buffer.byteLength(text), ...(await weigh(url, text)) }]);
  }
  await askAs('cost-last', '/no-such-page');
  await until(() => statementsOf('cost-last') > 0);
  return Object.fromEntries(
    sizes.map(([page, size], at) => [page, { statements: statementsOf(`cost-of-${at}.`), ...size }]),
  );
}

/** Browsers that know modules, which is all of them, leave the other scripts alone. */
async function weigh(url: string, html: string) {
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"[^>]*>/g)];
  const styles = [...html.matchAll(/<link[^>]+href="([^"]+\.css[^"]*)"/g)];
  return {
    css: await compressed(url, styles),
    js: await compressed(
      url,
      scripts.filter(([tag]) => !/nomodule/i.test(tag)),
    ),
  };
}

async function compressed(url: string, found: RegExpMatchArray[]) {
  const addresses = [...new Set(found.map(([, address = '']) => address))];
  const replies = await Promise.all(addresses.map((address) => ask(url, address)));
  return replies.reduce((sum, { text }) => sum + gzipSync(text).byteLength, 0);
}
