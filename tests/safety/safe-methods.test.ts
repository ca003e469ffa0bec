import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Product } from '../setup/product';
import {
  differences,
  removeTestSite,
  routesOfBuild,
  allVisitors,
  fingerprint,
  emailsSent,
  createTestSite,
  createOwnDatabase,
  type TestSite,
} from './test-site';

const dataDir = createOwnDatabase();
let testSite: TestSite;
let site: Product;
/** Good secrets of other people, as an address may name them. */
let secrets: Record<string, string>;
let exampleValues: Record<string, string>;

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
  ({ secrets, exampleValues } = await makeSecrets(testSite));
});

afterAll(() => removeTestSite(site, dataDir));

test('every changing part of an address in the build has something to stand in it', () => {
  expect(routesOfBuild().length).toBeGreaterThan(60);
  const parts = routesOfBuild().flatMap((route) => [...route.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name));
  expect(parts.filter((name) => !(name in exampleValues))).toEqual([]);
});

const visitors = { GET: allVisitors, HEAD: ['anonymous', 'reader', 'editor', 'owner'] as const };

test.each(['GET', 'HEAD'] as const)(
  '%s of any address changes nothing, whoever sends it and whatever secrets of others it names',
  async (method) => {
    await visit(routesOfBuild().flatMap(addressesOf), method, '');
    await emailsSent(testSite);
    for (const visitor of visitors[method]) {
      const before = fingerprint(testSite);
      const routes = routesOfBuild().filter((route) => visitor === 'owner' || !isPublicPage(route));
      await visit(routes.flatMap(addressesOf), method, testSite.cookies[visitor]);
      expect({ visitor, changed: differences(before, fingerprint(testSite)) }).toEqual({ visitor, changed: [] });
    }
  },
);

test('an image in a post never makes browsers request such an address', async () => {
  const { sanitiseBody } = await import('@/lib/html/sanitising');
  const body = sanitiseBody(`<p><img src="/comments/waiting?draft=${secrets.draft}" alt="Gulls"></p>`);
  expect(body).not.toContain('<img');
  expect(body).toContain('Image: Gulls');
});

// Built from a synthetic request: one visitor is as good as any.
function isPublicPage(route: string) {
  return !/^\/(admin|account|signin|signup|setup|comments|corrections\/suggest|api|preview|search)|\/comments\/\[id\]/.test(
    route,
  );
}

function addressesOf(route: string) {
  const path = route.replace(
    /\[([^\]]+)\]/g,
    (_, name: string) => exampleValues[`${route} ${name}`] ?? exampleValues[name] ?? '',
  );
  const named = new URLSearchParams({ ...secrets, to: `/comments/waiting?draft=${secrets.draft}` });
  const tokens = ['magicLink', 'confirm', 'reset', 'setup', 'publishing', 'unsubscribe', 'newEmail'].map(
    (name) => `${path}?token=${secrets[name]}`,
  );
  if (route === '/preview/[secret]') return [path, `/preview/${secrets.preview}`];
  if (route.startsWith('/preview/reports/[token]')) return [path, route.replace('[token]', secrets.report ?? '')];
  if (route === '/preview/slots/[token]') return [path, `/preview/slots/${secrets.slotPreview}`];
  if (/^\/(signin|signup|setup|comments\/(sent|publish)|account\/email|(account|api)\/unsubscribe)/.test(route))
    return [`${path}?${named}`, ...tokens];
  return [`${path}?${named}`];
}

async function visit(addresses: string[], method: string, cookie: string) {
  const waiting = [...addresses];
  const walk = async () => {
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      const answer = await fetch(site.url + address, { method, redirect: 'manual', headers: { cookie } });
      await answer.arrayBuffer();
      const failed = answer.status >= 500 ? `${answer.status} ${answer.headers.get('retry-after') ?? ''}` : '';
      expect({ address, failed }).toEqual({ address, failed: '' });
    }
  };
  // As few as the server answers in time on a machine with much else to do.
  await Promise.all(Array.from({ length: 3 }, walk));
}

async function makeSecrets({ users }: TestSite) {
  const { issueToken } = await import('@/lib/auth/tokens');
  const { storeDraft } = await import('@/lib/comments/drafts');
  const { linkSecret, storeMailed } = await import('@/lib/comments/mailed');
  const { unsubscribeToken } = await import('@/lib/notifications/unsubscribe-token');
  const { createPreviewLink } = await import('@/lib/posts/previews/preview-links');
  const { signPreview } = await import('@/lib/slots/preview-link');
  const { defaultSlotSettings } = await import('@/lib/slots/slot');
  const { createPost } = await import('../factories/posts');
  const { createComment } = await import('../factories/comments');
  const { createUser } = await import('../factories/users');
  const { db } = await import('@/lib/database/db');
  const { newId } = await import('@/lib/platform/ids');
  const post = await createPost();
  const draftPost = await createPost({ status: 'draft', publishAt: null, firstPublishedAt: null });
  const { id: commentId } = await createComment(post.id, { authorId: users.reader.id });
  const newcomer = await createUser({ emailVerifiedAt: null });
  const { createReportLink, saveCampaign } = await import('@/lib/campaigns/editing');
  const { findCampaign } = await import('@/lib/campaigns/queries');
  const { reportToken } = await import('@/lib/campaigns/report-link');
  const owner = { ...users.owner, role: 'owner' as const, sessionId: '', emailVerified: true };
  const statement = {
    id: newId(),
    commentId,
    userId: users.reader.id,
    reason: 'spam',
    decidedById: users.moderator.id,
  };
  await db.commentStatement.create({ data: { ...statement, createdAt: new Date() } });
  const slot = await db.slot.findFirstOrThrow({ select: { id: true } });
  const rule = { id: newId(), kind: 'word', text: 'casino', outcome: 'hold', createdAt: new Date() };
  await db.moderationRule.create({ data: rule });
  const redirect = { id: newId(), from: '/old-address', to: '/search', source: 'manual', createdAt: new Date() };
  await db.redirect.create({ data: redirect });
  const { setMenu } = await import('../factories/menus');
  const [entry] = await setMenu('header', [{ label: 'Archive' }]);
  const campaign = await saveCampaign(owner, { id: null, name: 'Autumn', advertiser: 'Chandler', contactEmail: '' });
  await createReportLink(owner, campaign.id);
  const linked = await findCampaign(campaign.id);
  const token = (
    purpose: 'magic-link' | 'confirm-email' | 'reset-password' | 'setup' | 'change-email',
    subject: string,
  ) => issueToken({ purpose, subject, seconds: 3_600 });
  const mailedDraft = { postId: post.id, parentId: null, body: 'Not your words either.', idempotencyKey: null };
  const mailed = await storeMailed(mailedDraft, { name: 'Wanda', email: 'wanda@example.test' });
  return {
    secrets: {
      draft: await storeDraft({ postId: post.id, parentId: null, body: 'Not your words.', idempotencyKey: null }),
      comment: mailed.id,
      publishing: linkSecret(mailed.id),
      unsubscribe: unsubscribeToken({ userId: users.reader.id, subscription: 'replies' }),
      magicLink: await token('magic-link', users.reader.id),
      confirm: await token('confirm-email', newcomer.id),
      reset: await token('reset-password', users.owner.id),
      setup: await token('setup', 'owner'),
      newEmail: await token('change-email', users.reader.id),
      report: (linked && reportToken(linked)) ?? '',
      preview: (await createPreviewLink(owner, draftPost.id)).secret,
      slotPreview: signPreview({ slotId: slot.id, creativeId: null, settings: defaultSlotSettings('header') }),
    },
    exampleValues: {
      id: commentId,
      ...Object.fromEntries(
        ['', '/save', '/statistics', '/notes', '/review', '/revisions'].map((part) => [
          `/admin/posts/[id]${part} id`,
          draftPost.id,
        ]),
      ),
      '/admin/users/[id] id': newcomer.id,
      '/admin/slots/[id] id': slot.id,
      '/admin/comments/rules/[id] id': rule.id,
      '/admin/redirects/[id] id': redirect.id,
      '/admin/menus/[id] id': entry!.id,
      '/admin/slots/campaigns/[id] id': campaign.id,
      ...Object.fromEntries(
        ['/line-items/[item]', '/choice', '/statistics', '/test/[test]'].map((part) => [
          `/admin/slots/[id]${part} id`,
          slot.id,
        ]),
      ),
      item: slot.id,
      test: 'nothing-here',
      slug: post.slug,
      '/comments/by/[slug] slug': newcomer.slug,
      user: newcomer.id,
      '/account/decisions/[id] id': statement.id,
      post: post.id,
      comment: commentId,
      month: '2026',
      area: 'reading',
      page: '1',
      order: 'best',
      after: '0.00000000-0000-7000-8000-000000000000',
      part: 'posts-1',
      table: 'days',
      '...path': 'no/such/place',
      '...of': 'feed.xml',
      '...nextauth': 'callback/oidc',
      provider: 'oidc',
      secret: 'nothing-here',
      token: 'nothing-here',
      frame: 'nothing-here',
    },
  };
}
