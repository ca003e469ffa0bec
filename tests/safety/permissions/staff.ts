import { newId } from '@/lib/platform/ids';
import type { Rule } from '../action-calls';
import { allVisitors, fresh, type Visitor } from '../test-site';

const running: Visitor[] = ['admin', 'owner'];
const uploading: Visitor[] = ['author', 'other author', 'contributor', 'ads', 'editor', 'admin', 'owner'];
const signedIn = allVisitors.filter((visitor) => visitor !== 'anonymous' && visitor !== 'banned editor');
const managing = 'app/(admin)/admin/users/actions.ts';
const account = 'app/(auth)/account/actions.ts';
const media = 'app/(admin)/admin/media/actions.ts';
const files = 'app/(admin)/admin/media/files/actions.ts';
const tags = 'app/(admin)/admin/tags/actions.ts';
const seriesActions = 'app/(admin)/admin/series/actions.ts';
const tagging: Visitor[] = ['editor', 'admin', 'owner'];
const importing = 'app/(admin)/admin/import/actions.ts';

async function aReader(more: { email?: string | null } = {}) {
  const { createUser } = await import('../../factories/users');
  const { db } = await import('@/lib/database/db');
  const { id } = await createUser({ role: 'reader' });
  if (more.email === null) await db.user.update({ where: { id }, data: { email: null } });
  return id;
}

async function aBannedReader() {
  const { db } = await import('@/lib/database/db');
  const id = await aReader();
  await db.user.update({ where: { id }, data: { bannedAt: new Date() } });
  return id;
}

/** Of a site with a name of its own. */
async function anImport() {
  const { db } = await import('@/lib/database/db');
  const { emptyReport } = await import('@/lib/import/report/report');
  const oldSite = { siteName: `Old ${fresh()}`, tagline: '', timeZone: '', clock: [] };
  const report = JSON.stringify({ ...emptyReport('wordpress:https://old.example', false), oldSite });
  const facts = { source: 'wordpress', fileName: 'old.xml', status: 'done', report, createdAt: new Date() };
  return (await db.importBatch.create({ data: { id: newId(), ...facts } })).id;
}

async function aTag() {
  const { db } = await import('@/lib/database/db');
  const id = newId();
  return db.tag.create({ data: { id, slug: `tag-${id}`, name: `Tag ${id}`, createdAt: new Date() } });
}

/** With two posts. */
async function aSeries() {
  const { createPost } = await import('../../factories/posts');
  const { db } = await import('@/lib/database/db');
  const id = newId();
  await db.series.create({ data: { id, slug: id, title: id, titleKey: id, createdAt: new Date() } });
  const first = await createPost({ seriesId: id });
  await createPost({ seriesId: id, seriesPosition: 1 });
  return { id, first: first.id };
}

async function anAuthor() {
  const { createPost } = await import('../../factories/posts');
  const { db } = await import('@/lib/database/db');
  const [userId, { id: postId }] = [await aReader(), await createPost()];
  await db.postAuthor.create({ data: { postId, userId, position: 0 } });
  return userId;
}

export const staff: Record<string, Rule> = {
  [`${managing}#inviteAction`]: {
    may: running,
    send: () => ({ fields: { name: 'Nora Quay', email: `nora-${fresh()}@example.test`, role: 'author' } }),
  },
  [`${managing}#inviteImportedAction`]: {
    may: running,
    send: async () => ({ fields: { id: await aReader({ email: null }), email: `nora-${fresh()}@example.test` } }),
  },
  [`${managing}#changeRoleAction`]: {
    may: running,
    send: async () => ({ fields: { id: await aReader(), role: 'author' } }),
  },
  [`${managing}#inviteAgainAction`]: {
    may: running,
    send: async () => {
      const { createUser } = await import('../../factories/users');
      return { fields: { id: (await createUser({ emailVerifiedAt: null })).id } };
    },
  },
  [`${managing}#removeUserAction`]: {
    may: running,
    send: async () => ({ fields: { id: await aReader(), posts: 'keep', into: '' } }),
  },
  [`${managing}#keepUserAction`]: {
    may: running,
    send: async () => {
      const { createUser } = await import('../../factories/users');
      return { fields: { id: (await createUser({ deletesAt: new Date(Date.now() + 86_400_000) })).id } };
    },
  },
  [`${managing}#editUserAction`]: {
    may: running,
    send: async () => ({
      fields: { id: await aReader(), name: `Edited ${fresh()}`, slug: `edited-${fresh()}`, bio: '', website: '' },
    }),
  },
  [`${managing}#givePostsAction`]: {
    may: running,
    send: async ({ users }) => ({ fields: { id: await anAuthor(), into: users.editor.email } }),
  },
  [`${managing}#takePostsBackAction`]: {
    may: running,
    send: async ({ users }) => {
      const { actorWith } = await import('../../factories/users');
      const { givePosts } = await import('@/lib/users/giving-posts');
      const id = await anAuthor();
      await givePosts(await actorWith('owner'), { id, into: users.editor.email });
      return { fields: { id } };
    },
  },
  [`${managing}#banAction`]: { may: running, send: async () => ({ fields: { id: await aReader(), reason: 'Noise' } }) },
  [`${managing}#unbanAction`]: { may: running, send: async () => ({ fields: { id: await aBannedReader() } }) },
  [`${managing}#runUserBulkAction`]: {
    may: running,
    send: async () => ({ fields: { intent: 'suspend', id: await aReader() } }),
  },
  [`${managing}#signOutUserAction`]: { may: running, send: async () => ({ fields: { id: await aReader() } }) },
  [`${tags}#renameTagAction`]: {
    may: tagging,
    send: async () => ({ fields: { id: (await aTag()).id, name: `Renamed ${fresh()}` } }),
  },
  [`${tags}#describeTagAction`]: {
    may: tagging,
    send: async () => ({ fields: { id: (await aTag()).id, description: `About ${fresh()}` } }),
  },
  [`${tags}#mergeTagsAction`]: {
    may: tagging,
    send: async () => ({ fields: { id: (await aTag()).id, into: (await aTag()).slug } }),
  },
  [`${tags}#deleteTagAction`]: { may: tagging, send: async () => ({ fields: { id: (await aTag()).id } }) },
  [`${tags}#runTagBulkAction`]: {
    may: tagging,
    send: async () => ({ fields: { intent: 'delete', id: (await aTag()).id } }),
  },
  [`${seriesActions}#createSeriesAction`]: { may: tagging, send: () => ({ fields: { title: `Series ${fresh()}` } }) },
  [`${seriesActions}#renameSeriesAction`]: {
    may: tagging,
    send: async () => ({ fields: { id: (await aSeries()).id, title: `Renamed ${fresh()}` } }),
  },
  [`${seriesActions}#describeSeriesAction`]: {
    may: tagging,
    send: async () => ({ fields: { id: (await aSeries()).id, description: `About ${fresh()}` } }),
  },
  [`${seriesActions}#orderSeriesAction`]: {
    may: tagging,
    send: async () => {
      const { id, first } = await aSeries();
      return { fields: { id, down: first } };
    },
  },
  [`${seriesActions}#deleteSeriesAction`]: {
    may: tagging,
    send: async () => ({ fields: { id: (await aSeries()).id } }),
  },
  [`${seriesActions}#restoreSeriesAction`]: {
    may: tagging,
    send: async () => {
      const { deleteSeries } = await import('@/lib/posts/series/series-changes');
      const { actorWith } = await import('../../factories/users');
      const { undo } = await deleteSeries(await actorWith('editor'), (await aSeries()).id);
      return { fields: { id: undo } };
    },
  },
  [`${media}#describeMediaAction`]: {
    may: [],
    send: () => ({ fields: { id: newId(), alt: 'Nets', caption: '', credit: '' } }),
  },
  [`${media}#setFocusAction`]: { may: [], send: () => ({ fields: { id: newId(), x: '30', y: '20' } }) },
  [`${media}#cropImageAction`]: { may: [], send: () => ({ fields: { id: newId(), intent: 'whole' } }) },
  [`${media}#uploadImagesAction`]: {
    may: [],
    elsewhere: uploading,
    send: () => ({ fields: { file: new File(['no image'], 'image.png', { type: 'image/png' }) } }),
  },
  [`${media}#setMediaDeletedAction`]: { may: [], send: () => ({ fields: { id: newId(), intent: 'delete' } }) },
  [`${media}#runMediaBulkAction`]: { may: [], send: () => ({ fields: { intent: 'delete', id: newId() } }) },
  [`${files}#renameFileAction`]: { may: [], send: () => ({ fields: { id: newId(), fileName: 'Plan.pdf' } }) },
  [`${files}#setFileDeletedAction`]: { may: [], send: () => ({ fields: { id: newId(), intent: 'delete' } }) },
  [`${files}#runFileBulkAction`]: { may: [], send: () => ({ fields: { intent: 'delete', id: newId() } }) },
  // With proof of who they are: tests/integration/export/download-permission.test.ts.
  'app/(admin)/admin/export/actions.ts#exportAction': {
    may: [],
    elsewhere: ['owner'],
    send: () => ({ fields: { format: 'wxr', ownPassword: 'wrong' } }),
  },
  [`${importing}#continueImportAction`]: { may: [], send: () => ({ fields: { id: newId(), intent: 'import' } }) },
  [`${importing}#undoImportAction`]: { may: [], send: () => ({ fields: { id: newId() } }) },
  [`${importing}#takeOldSettingsAction`]: { may: running, send: async () => ({ fields: { id: await anImport() } }) },
  [`${account}#chooseDashboardLanguageAction`]: {
    may: [...uploading, 'moderator'],
    send: () => ({ fields: { dashboardLanguage: 'de' } }),
  },
  [`${account}#updateProfileAction`]: { may: signedIn, send: () => ({ fields: { name: `Renamed ${fresh()}` } }) },
  // The link goes to the new address; what it does is covered by tests/integration/users.
  [`${account}#requestEmailChangeAction`]: {
    may: signedIn,
    send: () => ({ fields: { email: `${fresh()}@example.test` } }),
  },
  [`${account}#confirmEmailChangeAction`]: {
    may: [],
    elsewhere: signedIn,
    send: () => ({ fields: { token: fresh() } }),
  },
  // These end the visitor's own sessions; what they do for their owner is covered by tests/integration/users.
  [`${account}#changePasswordAction`]: {
    may: [],
    elsewhere: signedIn,
    send: () => ({ fields: { password: 'a long and winding sentence' } }),
  },
  [`${account}#requestConfirmationAction`]: { may: [], elsewhere: signedIn, send: () => ({ fields: {} }) },
  [`${account}#signOutEverywhereAction`]: { may: [], elsewhere: signedIn, send: () => ({ fields: {} }) },
  [`${account}#deleteAccountAction`]: {
    may: [],
    elsewhere: signedIn,
    send: () => ({ fields: { currentPassword: '' } }),
  },
  [`${account}#claimCommentsAction`]: { may: [], elsewhere: signedIn, send: () => ({ fields: {} }) },
  'app/(auth)/account/picture/actions.ts#setPictureAction': {
    may: [],
    elsewhere: signedIn,
    send: () => ({ fields: {} }),
  },
  'app/(auth)/account/picture/actions.ts#copyGravatarAction': { may: [], send: () => ({ fields: {} }) },
  'app/(auth)/account/picture/actions.ts#removePictureAction': {
    may: [],
    elsewhere: signedIn,
    send: () => ({ fields: {} }),
  },
  [`${account}#keepAccountAction`]: { may: [], elsewhere: signedIn, send: () => ({ fields: {} }) },
};

export const staffHandlers: Record<string, Rule> = {
  'GET /admin/export/file': { may: [], send: () => ({ at: '/admin/export/file' }) },
  'GET /account/export': { may: [], send: () => ({}) },
  'GET /admin/statistics/[table]': { may: [], send: () => ({ at: '/admin/statistics/days' }) },
  'GET /admin/redirects/export': { may: [], send: () => ({ at: '/admin/redirects/export' }) },
  'GET /admin/import/[id]/report': { may: [], send: () => ({ at: `/admin/import/${newId()}/report` }) },
  'GET /admin/import/[id]/addresses': { may: [], send: () => ({ at: `/admin/import/${newId()}/addresses` }) },
  'POST /admin/import/upload': {
    may: [],
    elsewhere: running,
    send: () => ({ fields: { intent: 'import', file: new File(['<rss></rss>'], 'site.xml', { type: 'text/xml' }) } }),
  },
  'GET /api/media': { may: [], elsewhere: uploading, send: () => ({ at: '/api/media?q=quay' }) },
  'GET /api/posts': { may: [], elsewhere: uploading, send: () => ({ at: '/api/posts?q=quay' }) },
  'POST /api/media/copy': {
    may: [],
    elsewhere: uploading,
    send: () => ({ fields: { address: 'http://127.0.0.1:9/picture.png', alt: '' } }),
  },
  'POST /api/media/files': {
    may: [],
    elsewhere: uploading,
    send: () => ({ fields: { file: new File(['no such file'], 'plan.pdf', { type: 'application/pdf' }) } }),
  },
  'POST /api/media/link': {
    may: [],
    elsewhere: uploading,
    send: () => ({ fields: { address: 'http://127.0.0.1:9/page' } }),
  },
  'POST /api/media': {
    may: [],
    elsewhere: uploading,
    send: () => ({ fields: { alt: '', file: new File(['no image'], 'image.png', { type: 'image/png' }) } }),
  },
};
