/* oxlint-disable vitest/valid-expect -- Vitest takes a second argument: which text it was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { startServer, type Product } from '../setup/product';
import { actionsOfBuild, callActionByScript } from './action-calls';
import { sendForm } from './plain-forms';
import { sendTo } from './raw-requests';
import { createOwnDatabase, createTestSite, removeTestSite, type TestSite } from './test-site';

const dataDir = createOwnDatabase();
const submit = actionsOfBuild().find(({ name }) => name.endsWith('#submitCommentAction'))!;
let testSite: TestSite;
let site: Product;
let postId = '';
let slug = '';

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  const { createPost } = await import('../factories/posts');
  ({ id: postId, slug } = await createPost());
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
});

afterAll(() => removeTestSite(site, dataDir));

test('a refused form gives words back, and never an answer many times its size', async () => {
  const { status, body } = await sendTo(site.url, `/${slug}`, { method: 'GET' });
  expect(status).toBe(200);
  const pageBytes = Buffer.byteLength(body);
  const prose = `It's a long way, she said, and the harbour was dark.\r\n`.repeat(30);
  const texts = [
    prose,
    prose.repeat(30),
    ...['<', '"', '&', "'", '\\', '\n', '\0', '\u0001', '<b>&"'].flatMap((sign) =>
      [1_000, 9_000, 50_000].map((count) => sign.repeat(count / sign.length)),
    ),
  ];
  for (const text of texts) {
    const fields = { body: text, [HONEYPOT_FIELD]: 'filled in by a machine' };
    const visit = { address: `${site.url}/${slug}`, cookie: '' };
    const { text: answered } = await sendForm(visit, 'post-comment', fields);
    expect(answered, text.slice(0, 20)).toContain('<h1');
    // The form's own overhead is not counted as sent, which is stricter than what is promised.
    expect(Buffer.byteLength(answered), text.slice(0, 20)).toBeLessThan(3 * (text.length + 1_500) + pageBytes + 2_000);
    // The form's own overhead pays for short ones.
    const said = text === prose ? 'the harbour was dark.' : text.length < 9_000 ? '' : 'Your browser still has';
    expect(answered, text.slice(0, 20)).toContain(said);
  }
});

test('a refused form is answered with the status of the refusal, and a script with the refusal alone', async () => {
  const { createPost } = await import('../factories/posts');
  const { createComment } = await import('../factories/comments');
  const closed = await createPost({ commentsMode: 'closed' });
  const { id: elsewhere } = await createComment((await createPost()).id);
  const cookie = testSite.cookies.editor;
  const say = (fill: Record<string, string>) =>
    sendForm({ address: `${site.url}/${slug}`, cookie }, 'post-comment', { body: 'Said twice.', ...fill });
  const edit = (address: string, body: string) => sendForm({ address, cookie }, 'edit', { body });
  const statusesOf = async (answers: ReturnType<typeof say>[]) =>
    (await Promise.all(answers)).map(({ status }) => status);

  const said = await say({});
  expect(said.status).toBe(303);
  expect(
    await statusesOf([say({}), say({ body: '' }), say({ postId: closed.id }), say({ parentId: elsewhere })]),
  ).toEqual([409, 422, 403, 404]);
  // A page of one visitor's own is streamed.
  const own = `${site.url}/${slug}/comments/${said.location.split('#comment-')[1]}`;
  expect(await statusesOf([edit(own, ''), edit(own, 'w'.repeat(10_001))])).toEqual([422, 422]);

  const action = { ...submit, page: `/${slug}` };
  const script = await callActionByScript(site.url, action, { postId, body: '' }, { cookie, origin: site.url });
  expect(script.status).toBe(200);
});
