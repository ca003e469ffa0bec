import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { seed } from './database';
import { serve, visit, type BenchSite } from './site';
import { median, percentile, type Row } from './table';

const PARAGRAPHS = 200;
const WORDS_IN_PARAGRAPH = 100;
const PICTURES = 50;
const KEYS = 300;
const VISITS = 60;
const CARDS = 20;

type Desk = { name: string; value: string; post: string };

/** What staff wait for: lists of a large site, keys in a long post, and the cards that are drawn for a site's posts. */
export async function measureDesk(posts: number): Promise<Row[]> {
  const data = await seed({ posts, comments: posts });
  const desk = JSON.parse(await data.run(['bench/insert-desk.ts', String(PARAGRAPHS), String(PICTURES)])) as Desk;
  const site = await serve(data);
  const rows = [
    ...(await measureLists(site, desk, posts)),
    ...(await measureCards(site)),
    await measureKeys(site, desk),
  ];
  await site.stop();
  await data.remove();
  return rows;
}

async function measureLists({ url }: BenchSite, { name, value }: Desk, posts: number): Promise<Row[]> {
  const lists = {
    'the list of posts': '/admin/posts',
    'the list of posts, searched': '/admin/posts?q=harbour',
    'the list of comments': '/admin/comments',
  };
  const rows: Row[] = [];
  for (const [list, path] of Object.entries(lists)) {
    const addresses = Array.from({ length: VISITS }, () => url + path);
    const headers = { cookie: `${name}=${value}; signed-in=1` };
    await visit(addresses.slice(0, 5), 1, headers);
    const times = await visit(addresses, 1, headers);
    rows.push({
      target: 16,
      what: `admin, ${posts} posts: ${list}, p95`,
      figure: percentile(times, 0.95),
      unit: 'ms',
      atMost: 100,
    });
  }
  return rows;
}

async function measureCards({ posts }: BenchSite): Promise<Row[]> {
  const addresses = posts.slice(0, CARDS).map((post) => `${post}/card.png`);
  const [first = NaN] = await visit(addresses.slice(0, 1), 1);
  const others = await visit(addresses.slice(1), 1);
  return [
    { target: 16, what: 'a drawn social card, the first after a rest', figure: first, unit: 'ms' },
    { target: 16, what: 'a drawn social card, those that follow', figure: median(others), unit: 'ms', atMost: 150 },
  ];
}

/** From a key to the end of its frame, with frames as soon as they are ready. */
async function measureKeys({ url }: BenchSite, { name, value, post }: Desk): Promise<Row> {
  const path = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (each) => each && existsSync(each),
  );
  const browser = await chromium.launch({
    ...(path ? { executablePath: path } : {}),
    args: ['--no-sandbox', '--disable-quic', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const context = await browser.newContext();
  await context.addCookies([
    { name, value, url },
    { name: 'signed-in', value: '1', url },
  ]);
  const page = await context.newPage();
  await page.goto(`${url}/admin/posts/${post}`);
  const times = await typeInto(page);
  await browser.close();
  return {
    target: 16,
    what: `a key in a post of ${PARAGRAPHS * WORDS_IN_PARAGRAPH} words and ${PICTURES} pictures, to its paint, p95`,
    figure: percentile(times, 0.95),
    unit: 'ms',
    atMost: 16,
  };
}

async function typeInto(page: Page) {
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text
    .locator('p')
    .nth(PARAGRAPHS / 2)
    .click();
  const times = await page.evaluateHandle(() => {
    const found: number[] = [];
    const painted = new MessageChannel();
    let began = 0;
    painted.port1.addEventListener('message', () => found.push(performance.now() - began));
    painted.port1.start();
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        began = timeStamp;
        requestAnimationFrame(() => painted.port2.postMessage(null));
      },
      true,
    );
    return found;
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
    await page.waitForFunction(([found, count]) => found.length > count, [times, key] as const);
  }
  return times.jsonValue();
}
