import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { importWordPress } from '../factories/imports';
import { newId } from '@/lib/platform/ids';
import { createDraft, saveDraft } from '@/lib/posts/editing/drafting';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { storeSettings } from '@/lib/settings/queries';
import { createComment } from '../factories/comments';
import { always, fillSlot } from '../factories/slots';
import { actorWith, createUser } from '../factories/users';
import { wxr, wxrComment, wxrFile, wxrItem } from '../factories/wxr';
import { expect, test, type Site } from './site';

/** Sixty letters without a break opportunity: in some languages that is a word. */
const word = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt';
const longer = (length: number) => word.repeat(5).slice(0, length);
const body = `<p>${word} <strong>${word}</strong> <code>${word}</code> <a href="https://${word}.example/">${word}</a>
<span data-footnote="">${word}</span></p><h2>${word}</h2><h3>${word}</h3><blockquote><p>${word}</p></blockquote>
<ul><li>${word}<ol><li>${word}</li></ol></li></ul><pre><code>${word}${word}</code></pre><dl><dt>${word}</dt><dd>${word}</dd></dl>
<table><caption>${word}</caption><thead><tr><th>${word}</th><th>${word}</th></tr></thead><tbody><tr><td>${word}</td><td>${word}</td></tr></tbody></table>
<figure data-embed=""><a href="https://www.youtube.com/watch?v=aaaaaaaaaaa">https://www.youtube.com/${word}</a></figure>`;

let forReaders: string[] = [];
let forStaff: string[] = [];

test.beforeAll(async ({ sites }, { file }) => {
  const site = await sites.of(file);
  await storeSettings({ siteName: longer(110), tagline: longer(200), securityContact: longer(200) });
  const author = await createUser({
    role: 'owner',
    name: longer(78),
    bio: word,
    website: `https://${word}.example/${word}`,
  });
  const actor = { ...(await actorWith('owner')), id: author.id };
  const media = await insertImage();
  const posts = [];
  for (const type of ['post', 'post', 'page'] as const) posts.push(await insertPost(actor, type, media.id));
  const [first] = posts;
  const comment = await createComment(first!.id, {
    authorName: word,
    body: `${word}\n\n> ${word}\n\n- ${word}\n\n\`${word}\``,
  });
  const reply = await createComment(first!.id, {
    parentId: comment.id,
    authorId: author.id,
    body: `https://${word}.example/${word}`,
  });
  await createComment(first!.id, { status: 'pending', authorName: word, body: word });
  const words = { headline: longer(85), text: word, callToAction: longer(39) };
  const creative = { kind: 'text' as const, ...words, linkUrl: 'https://chandler.example/', ...always };
  const { id: slotId } = await fillSlot('post-end', creative, {
    settings: { label: longer(58) },
  });
  const batch = await insertImport();
  const tag = await db.tag.findFirstOrThrow({ where: { posts: { some: { postId: first!.id } } } });
  await site.refresh(['list', 'menu', 'site', 'slots', ...posts.map(({ id }) => `post:${id}`)]);
  const year = new Date().getUTCFullYear();
  forReaders = [
    '/',
    `/${first!.slug}`,
    `/${posts[2]!.slug}`,
    `/tag/${tag.slug}`,
    `/author/${author.slug}`,
    `/${year}`,
    '/archive',
  ]
    .concat(
      `/search?q=${word}`,
      `/search?q=${word}zz`,
      `/search?q=https://${word}.example/${word}`,
      `/${word.toLowerCase()}`,
    )
    .concat('/signin', `/signup`, `/${first!.slug}/comments/${reply.id}`, `/${year}/01`);
  forStaff = [
    '',
    '/posts',
    `/posts?q=${word}`,
    `/posts/${first!.id}`,
    '/pages',
    '/tags',
    `/tags?q=${word}`,
    `/tags/${tag.id}`,
  ]
    .concat(
      '/media',
      `/media/${media.id}`,
      '/comments',
      `/comments?state=all&search=${word}`,
      '/slots',
      `/slots/${slotId}`,
    )
    .concat('/users', `/users?q=${word}`, '/users/invite', `/users/${author.id}`, '/import', `/import/${batch}`)
    .concat('/settings', '/status')
    .map((path) => `/admin${path}`)
    .concat('/account', '/signin/out', `/${first!.slug}/comments/${comment.id}?reply`);
});

test('words of sixty letters make no page wider than a phone', async ({ page, site }) => {
  for (const path of forReaders) await fits(page, site, path);
  await site.signIn(page.context(), 'owner', longer(75));
  for (const path of forStaff) await fits(page, site, path);
});

async function fits(page: Page, site: Site, path: string) {
  await page.goto(site.url + path);
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 720 });
    expect.soft(await overhang(page), `${path}, ${width} px`).toEqual([]);
  }
}

/** Elements wider than the window; empty if the page fits. */
const overhang = (page: Page) =>
  page.evaluate(async () => {
    await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (one: Element | null): boolean =>
      one !== null &&
      one !== document.body &&
      (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth && !scrolls(one.parentElement),
    );
    const named = wide.map((one) => `${one.parentElement?.className} > ${one.tagName}.${one.className}`);
    return [`${scrollWidth} px`, ...new Set(named)];
  });

async function insertImage() {
  const id = newId();
  return db.media.create({
    data: {
      id,
      hash: id,
      key: `2026/11/${word}`,
      fileName: `${word}.webp`,
      mime: 'image/webp',
      width: 640,
      height: 480,
      bytes: 10,
      alt: word,
      caption: word,
      credit: word,
      createdAt: new Date(),
    },
  });
}

type Owner = Parameters<typeof createDraft>[0];

async function insertPost(actor: Owner, type: 'post' | 'page', coverId: string) {
  const { id, version } = await createDraft(actor, { type });
  const fields = {
    title: `${word} ${type} ${longer(150)}`,
    subtitle: word,
    excerpt: word,
    bodyHtml: body,
    tags: [longer(60), longer(59), `x${longer(59)}`],
    coverId,
    coverAlt: word,
    coverCaption: word,
    coverCredit: word,
    seoTitle: word,
  };
  const saved = await saveDraft(actor, { id, version, fields });
  return publishPost(actor, { id, version: saved.version });
}

async function insertImport() {
  const comments = wxrComment('901', { author: word, content: '&nbsp;' });
  const item = wxrItem({
    id: '900',
    title: word,
    name: word.toLowerCase(),
    content: `<img src="https://${word}.example/${word}.jpg">`,
    comments,
  });
  const file = wxrFile(wxr(item), `${word}.xml`);
  const { batch } = await importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });
  return batch!;
}
