import { newId } from '@/lib/platform/ids';
import type { Rule } from '../action-calls';
import { fresh, type Visitor, type TestSite } from '../test-site';

const tagging: Visitor[] = ['editor', 'admin', 'owner'];
const posts = 'app/(admin)/admin/posts/actions.ts';
const notes = 'app/(admin)/admin/posts/[id]/notes/actions.ts';
const writing: Visitor[] = ['author', 'other author', 'contributor', 'editor', 'admin', 'owner'];
const editing: Visitor[] = ['author', 'editor', 'admin', 'owner'];

/** A post of "author"; "other author" may write, but not here. */
async function aPostOf(testSite: TestSite, status: 'draft' | 'review' | 'published' | 'trashed') {
  const { createPost } = await import('../../factories/posts');
  const { db } = await import('@/lib/database/db');
  const post = await createPost({
    status,
    ...(status === 'draft' || status === 'review' ? { publishAt: null, firstPublishedAt: null } : {}),
    ...(status === 'trashed' ? { statusBeforeTrash: 'published' } : {}),
  });
  await db.postAuthor.create({ data: { postId: post.id, userId: testSite.users.author.id, position: 0 } });
  return post.id;
}

/** A note on a post of "author". */
async function aNoteOf(testSite: TestSite) {
  const { db } = await import('@/lib/database/db');
  const postId = await aPostOf(testSite, 'draft');
  const facts = { id: newId(), postId, body: 'Is that so?', createdAt: new Date() };
  return db.editorNote.create({ data: facts });
}

export const noteActions: Record<string, Rule> = {
  [`${notes}#writeNoteAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { postId: await aPostOf(testSite, 'draft'), body: `Why? ${fresh()}` } }),
  },
  [`${notes}#answerNoteAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: (await aNoteOf(testSite)).id, body: `So. ${fresh()}` } }),
  },
  [`${notes}#settleNoteAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: (await aNoteOf(testSite)).id, version: '1', intent: 'resolve' } }),
  },
  // Only who wrote it: tests/integration/notes.
  [`${notes}#deleteNoteAction`]: {
    may: [],
    elsewhere: editing,
    send: async (testSite) => ({ fields: { id: (await aNoteOf(testSite)).id } }),
  },
};

export const writingActions: Record<string, Rule> = {
  [`${posts}#createDraftAction`]: { may: writing, send: () => ({ fields: { type: 'post', title: `New ${fresh()}` } }) },
  [`${posts}#publishAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'draft'), version: '1', when: 'now' } }),
  },
  [`${posts}#handInAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'draft') } }),
  },
  [`${posts}#takeBackAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'review') } }),
  },
  'app/(admin)/admin/posts/[id]/review/actions.ts#returnPostAction': {
    may: tagging,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'review'), body: `Shorter. ${fresh()}` } }),
  },
  'app/(admin)/admin/calendar/actions.ts#movePublicationAction': {
    may: editing,
    send: async (testSite) => {
      const id = await aPostOf(testSite, 'published');
      return { fields: { id, version: '1', publishAt: '2026-01-02T09:00' } };
    },
  },
  [`${posts}#unpublishAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'published') } }),
  },
  [`${posts}#trashAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'published') } }),
  },
  [`${posts}#restoreAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'trashed') } }),
  },
  [`${posts}#discardAction`]: {
    may: [],
    elsewhere: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'published') } }),
  },
  [`${posts}#restoreRevisionAction`]: {
    may: [],
    elsewhere: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'draft'), version: '1', revisionId: newId() } }),
  },
  'app/(admin)/admin/posts/[id]/revisions/actions.ts#restoreVersionAction': {
    may: [],
    elsewhere: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'draft'), revisionId: newId() } }),
  },
  [`${posts}#createPreviewAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'draft') } }),
  },
  [`${posts}#revokePreviewsAction`]: {
    may: [],
    elsewhere: editing,
    send: async (testSite) => ({ fields: { id: await aPostOf(testSite, 'draft') } }),
  },
  [`${posts}#quickEditAction`]: {
    may: editing,
    send: async (testSite) => {
      const id = await aPostOf(testSite, 'draft');
      return { fields: { id, type: 'post', version: '1', title: `Quick ${fresh()}` } };
    },
  },
  [`${posts}#runBulkAction`]: {
    may: editing,
    send: async (testSite) => ({ fields: { intent: 'trash', id: await aPostOf(testSite, 'published') } }),
  },
  [`${posts}#savePlainAction`]: {
    may: editing,
    send: async (testSite) => ({
      fields: { id: await aPostOf(testSite, 'draft'), version: '1', intent: 'save', title: `Better ${fresh()}` },
    }),
  },
};

export const writingHandlers: Record<string, Rule> = {
  'POST /admin/posts/[id]/save': {
    may: editing,
    send: async (testSite) => ({
      at: `/admin/posts/${await aPostOf(testSite, 'draft')}/save`,
      json: { version: 1, fields: { title: `Better ${fresh()}` } },
    }),
  },
};
