import { expect, test } from 'vitest';
import { noSiteImages } from '@/lib/identity/site-images';
import { defaultSettings } from '@/lib/settings/settings';
import { publicPost as post } from '@/tests/factories/public-post';
import { allCommentsFeed, commentFeed, type FeedComment } from './comment-feed';
import { iriOf, postFeed } from './post-feed';

const site = {
  settings: { ...defaultSettings, siteName: 'Quay' },
  images: noSiteImages,
  siteUrl: 'https://quay.example',
};
const itemOf = (overrides: Partial<typeof post>) =>
  postFeed(site, { title: 'Quay', description: '', path: '/' }, 'atom', [{ ...post, ...overrides }]).items[0]!;

test('summarises a post by its excerpt, its subtitle or its beginning', () => {
  expect(itemOf({ excerpt: 'In short' }).summary).toBe('In short');
  expect(itemOf({ excerpt: '', subtitle: 'Forty minutes' }).summary).toBe('Forty minutes');
  expect(itemOf({ excerpt: '', subtitle: '' }).summary).toBe('It was the harbour master who first noticed.');
});

test('shows a featured image once if the text begins with it', () => {
  const cover = '<img src="https://quay.example/uploads/a-960.jpg"';
  const begins = '<figure><picture><img class="x" src="/uploads/a-960.jpg"></picture></figure><p>Then</p>';
  const later = `<p>First</p>${begins}`;

  expect(itemOf({ renderedHtml: later }).html).toContain(`<p>${cover}`);
  expect(itemOf({ renderedHtml: begins }).html).not.toContain(`<p>${cover}`);
});

test('shows the beginning of a post and a link in the language of the site where the owner wants excerpts', () => {
  const excerpts = { ...site, settings: { ...site.settings, feedContent: 'excerpt' as const, language: 'fr' } };
  const excerpted = { ...post, excerpt: 'Nets & <knots>', renderedHtml: '<p>The harbour master.</p>' };
  const { html, summary } = postFeed(excerpts, { title: 'Quay', description: '', path: '/' }, 'json', [excerpted])
    .items[0]!;

  expect(html).toContain(
    '<p>Nets &amp; &lt;knots&gt;</p><p><a href="https://quay.example/late-tide">Lire la suite</a></p>',
  );
  expect(html).not.toContain('harbour master');
  expect(summary).toBe('Nets & <knots>');
  expect(itemOf(excerpted).html).toContain('harbour master');
});

test.each([
  ['0010', 'urn:uuid:7'],
  ['https://old.example/?p=1', 'https://old.example/?p=1'],
  ['tag:old.example,2012:1', 'tag:old.example,2012:1'],
  ['post 1: one', 'urn:uuid:7'],
])('an imported id %s is %s where only an IRI is allowed', (feedId, iri) =>
  expect(iriOf({ id: '7', feedId })).toBe(iri),
);

test('comment feeds name the parent of each reply', () => {
  const said = (id: string, parentId: string | null): FeedComment => ({
    id,
    parentId,
    html: '<p>Aye &amp; <em>aye</em></p>',
    authorName: 'Cy',
    createdAt: post.publishAt,
    changedAt: post.publishAt,
    post: { id: post.id, slug: post.slug, title: 'Late tide', feedId: 'urn:x' },
  });
  const comments = [said('c2', 'c1'), said('c1', null)];

  for (const feed of [commentFeed(site, post, 'atom', comments), allCommentsFeed(site, 'atom', comments)]) {
    expect(feed.items.map((item) => item.inReplyTo)).toEqual([
      { iri: 'urn:uuid:c1', url: 'https://quay.example/late-tide/comments/c1' },
      { iri: 'urn:x', url: 'https://quay.example/late-tide' },
    ]);
    expect(feed.items[0]).toMatchObject({ title: 'Cy on Late tide', summary: 'Aye & aye' });
  }
});
