import { expect, test } from 'vitest';
import type { ThreadComment } from '@/lib/comments/comment';
import type { ThreadNode } from '@/lib/comments/thread';
import { conversationMarkup, pinnedMarkup } from './comment-markup';

const style = { slug: 'the-ferry', dates: { language: 'en', timeZone: 'Europe/Berlin' }, canAnswer: true };

function node(comment: Partial<ThreadComment> = {}, more: Partial<ThreadNode> = {}): ThreadNode {
  return {
    comment: {
      id: 'c1',
      parentId: null,
      path: '0001',
      depth: 0,
      state: 'shown',
      author: { id: 'u1', name: 'Ida', slug: null, avatarSeed: 'seed', role: null, url: '' },
      bodyHtml: '<p>Well said.</p>',
      createdAt: '2026-03-01T12:00:00.000Z',
      editedAt: null,
      isEditedByModerator: false,
      isPinned: false,
      isPicked: false,
      correction: null,
      likes: 0,
      oldId: null,
      ...comment,
    },
    isRepeated: false,
    answering: null,
    answers: [],
    ...more,
  };
}

const author = (more: Partial<ThreadComment['author']>) => ({ ...node().comment.author, ...more });
const drawn = (of: ThreadNode, canAnswer = true) => conversationMarkup(of, { ...style, canAnswer }).html;

test('escapes a name everywhere', () => {
  const name = '"><img src=x onerror=alert(1)>';
  const html = drawn(node({ author: author({ name }) }, { answering: { id: 'c0', name, isRepeated: false } }));
  expect(html).not.toContain('<img');
  expect(html.split('&lt;img src=x onerror=alert(1)&gt;').length).toBe(5);
});

test('a comment has its anchor, its time with the offset of the site, and places for what a script adds', () => {
  const html = drawn(node({ editedAt: '2026-03-01T12:05:00.000Z', author: author({ role: 'author' }) }));
  expect(html).toContain('id="comment-c1" tabindex="-1"');
  expect(html).toContain('datetime="2026-03-01T13:00:00+01:00"');
  expect(html).toContain('<span class="comment__edited">edited</span>');
  expect(html).toContain('<span class="comment__role">Author</span>');
  expect(html).toContain('data-answer="c1"');
  expect(html).toContain('<span data-own="c1"></span>');
  expect(html).toContain('<div data-place="c1"></div>');
});

test('what a moderator changed says so, and leads to what stood there before, however soon it was', () => {
  const html = drawn(node({ editedAt: '2026-03-01T12:05:00.000Z', isEditedByModerator: true }));
  expect(html).toContain(
    '<a class="comment__edited" href="/the-ferry/comments/c1/history" rel="nofollow">edited by a moderator</a>',
  );
});

test('instead of the link to reply to a locked comment, its reason; below it neither', () => {
  const locks = [{ id: 'c1', path: '0001', reason: 'Enough <b>.' }];
  const html = conversationMarkup(node({}, { answers: [node({ id: 'c2', path: '00010001' })] }), {
    ...style,
    locks,
  }).html;
  expect(html.split('Replies to this comment are locked: </span><bdi>Enough &lt;b&gt;.</bdi>')).toHaveLength(2);
  expect(html).not.toContain('data-answer');
  const removed = node({ state: 'removed-by-moderator' });
  expect(conversationMarkup(removed, { ...style, locks }).html).toContain('Replies to this comment are locked: ');
});

test('says that a comment is pinned and the author’s pick', () => {
  const html = drawn(node({ isPinned: true, isPicked: true }));
  expect(html).toContain('<span class="comment__role">Pinned</span><span class="comment__role">Author’s pick</span>');
  expect(html).toContain('<span data-own="c1" data-pinned data-picked></span>');
});

test('a pinned comment above the thread leads to its place there and has no anchor of its own', () => {
  const pinned = (isHere: boolean) => pinnedMarkup(node({ isPinned: true }).comment, style, isHere).html;
  expect(pinned(true)).toContain('<a href="#comment-c1" rel="nofollow">View in thread</a>');
  expect(pinned(false)).toContain('href="/the-ferry?replytocom=c1"');
  expect(pinned(true)).not.toContain('id="comment-c1"');
});

test('links a name to the address of an imported comment, if it has one', () => {
  const url = 'https://ida.example/?a="b"&c';
  expect(drawn(node({ author: author({ url }) }))).toContain(
    '<a href="https://ida.example/?a=&quot;b&quot;&amp;c" rel="ugc nofollow noopener"><bdi>Ida</bdi></a></h3>',
  );
  expect(drawn(node())).toContain('<span class="hidden-visually">Comment by </span><bdi>Ida</bdi></h3>');
});

test('gives an imported comment the anchor of its old number once', () => {
  expect(drawn(node({ oldId: '20' }))).toContain('id="comment-c1" tabindex="-1"><span id="comment-20"></span>');
  expect(drawn(node({ oldId: '20', state: 'removed-by-author' }))).toContain('<span id="comment-20"></span><p>');
  expect(drawn(node({ oldId: '20' }, { isRepeated: true }))).not.toContain('comment-20');
});

test('names the parent of a deep reply as a link on this page, a link to its own page, or a name', () => {
  const answering = { id: 'c0', name: 'Ole', isRepeated: false };
  expect(drawn(node({}, { answering }))).toContain('<a href="#comment-c0"><bdi>Ole</bdi></a>');
  expect(drawn(node({}, { answering: { ...answering, isRepeated: true } }))).toContain(
    '<a href="/the-ferry/comments/c0" rel="nofollow"><bdi>Ole</bdi></a>',
  );
  const removed = drawn(node({}, { answering: { id: 'c0', name: '', isRepeated: true } }));
  expect(removed).toContain('replying to <bdi>a removed comment</bdi></p>');
});

test('nests replies in a list below their parent', () => {
  const html = drawn(node({}, { answers: [node({ id: 'c2' }), node({ id: 'c3' })] }));
  expect(html).toMatch(
    /^<li><article .*id="comment-c1".*<ol class="thread"><li>.*c2.*<\/li><li>.*c3.*<\/li><\/ol><\/li>$/,
  );
});

test('a closed thread has no reply links', () => {
  expect(drawn(node(), false)).not.toContain('Reply');
});

test('a tombstone says who removed the comment and shows none of its text', () => {
  const html = drawn(node({ state: 'removed-by-moderator' }));
  expect(html).toContain('Removed by a moderator.');
  expect(html).not.toContain('Ida');
  expect(html).not.toContain('Well said');
});

test('a comment repeated from an earlier page has no anchor and no reply link', () => {
  const html = drawn(node({}, { isRepeated: true }));
  expect(html).toContain('comment--repeated');
  expect(html).not.toMatch(/ id="|data-answer|data-own|data-place/);
});

test('a comment can be liked where the page has the form, and shows how many do', () => {
  const liked = (comment: Partial<ThreadComment>, canLike = true) =>
    conversationMarkup(node(comment), { ...style, canLike }).html;
  expect(liked({ likes: 3 })).toContain('form="likes" name="like" value="c1"');
  expect(liked({ likes: 3 })).toContain('<span class="toggle__count">3</span>');
  for (const likes of [0, null]) expect(liked({ likes })).toContain('<span class="toggle__count"></span>');
  expect(liked({ likes: 1 }, false)).toContain('1 like<');
  expect(liked({ likes: 2 }, false)).not.toContain('<button');
  expect(liked({ likes: 0, author: author({ name: '"><b>' }) })).not.toContain('<b>');
  expect(liked({ state: 'removed-by-author', likes: 0 })).not.toContain('form=');
});

test('a comment can be reported where the site wants reports', () => {
  const report = '<a href="/comments/reports/new/c1" rel="nofollow">Report';
  expect(conversationMarkup(node(), { ...style, canReport: true }).html).toContain(report);
  expect(conversationMarkup(node(), style).html).not.toContain('Report');
});

test('replies that a page leaves out are behind a link, also below a comment that nobody sees', () => {
  const shown = conversationMarkup(node({}, { more: 4 }), style).html;
  expect(shown).toContain('<a href="/the-ferry/comments/c1" rel="nofollow">Show 4 more replies</a>');
  const answers = [node({ id: 'c2', parentId: 'c1' })];
  const removed = conversationMarkup(node({ state: 'removed-by-moderator' }, { more: 1, answers }), style).html;
  expect(removed).toContain('<a href="/the-ferry?replytocom=c2" rel="nofollow">Show 1 more reply</a>');
});
