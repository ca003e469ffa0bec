import { shareLinks } from '@/components/posts/share-links';
import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { catalogues } from '@/lib/i18n/languages';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { formatMonthName } from '@/lib/time/dates';
import type { Site } from './site';

/** Has the site speak a language. */
export async function speak(site: Site, language: string) {
  await storeSettings({ language });
  await site.refresh(['site']);
}

type Asked = { language: string; addresses: readonly string[] };

/** What pages say in a language as they say it in English. Names, titles and texts are the site's own. */
export async function leftInEnglish(page: Page, site: Site, { language, addresses }: Asked) {
  const inEnglish = await wordsOf(page, site, { language: 'en', addresses });
  const translated = await wordsOf(page, site, { language, addresses });
  const theirs = Object.values(catalogues[language]!);
  // Some words are the same in both languages.
  const same = Object.values(catalogues.en!).filter((words) => theirs.includes(words));
  const months = Array.from({ length: 12 }, (_, at) => formatMonthName(at + 1, 'en'));
  // Services are called the same everywhere.
  const services = shareLinks({ title: '', address: '' }).map(({ name }) => name);
  const own = [await ownWords(), ...services].join('\n');
  return translated.filter(
    (words) => inEnglish.includes(words) && ![...same, ...months].includes(words) && !own.includes(words),
  );
}

/** Every text and label of these pages, in a language. */
async function wordsOf(page: Page, site: Site, { language, addresses }: Asked) {
  await speak(site, language);
  const found = new Set<string>();
  for (const address of addresses) {
    await page.goto(site.url + address);
    for (const words of await page.evaluate(textsOf)) found.add(words);
  }
  return [...found].filter((words) => /\p{L}{2}/u.test(words));
}

/** What the site's own people have written. */
async function ownWords() {
  const [{ siteName, tagline, mediaKitText, mediaKitContact }, ...written] = await Promise.all([
    getSettings(),
    db.post.findMany({ select: { title: true, subtitle: true, renderedHtml: true, bodyText: true } }),
    db.user.findMany({ select: { name: true, email: true } }),
    db.tag.findMany({ select: { name: true, description: true } }),
    db.comment.findMany({ select: { bodyHtml: true, authorName: true } }),
    db.commentStatement.findMany({ select: { explanation: true } }),
    db.slot.findMany({ select: { name: true } }),
    db.campaign.findMany({ select: { name: true, advertiser: true } }),
    db.creative.findMany({ select: { headline: true, text: true, callToAction: true } }),
  ]);
  const texts = written.flat().flatMap((row) => Object.values(row));
  return [siteName, tagline, mediaKitText, mediaKitContact, ...texts].join('\n').replace(/<[^>]*>/g, '\n');
}

function textsOf() {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent && !parent.closest('script,style,noscript,textarea,.teaser__summary'))
      texts.push((walker.currentNode.textContent ?? '').trim());
  }
  for (const element of document.querySelectorAll('[aria-label],[title],[placeholder]')) {
    if (element.closest('.prose')) continue;
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name)?.trim() ?? '');
  }
  return [...texts, document.title.split(' — ')[0] ?? ''];
}
