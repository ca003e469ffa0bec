import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { undoImport } from '@/lib/import/running/undoing';
import { claimComments, countClaimable } from '@/lib/users/claiming';
import { importWordPress } from '../../factories/imports';
import { deleteAccount } from '../../factories/deleted-accounts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith, createUser } from '../../factories/users';
import { wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

const comments = (content = 'Said long ago.') => [
  wxrComment('71', { content, author: 'Ida' }),
  wxrComment('72', { parent: '71', author: 'Otto' }),
];
const exportOf = (...texts: string[]) =>
  wxrFile(wxr(wxrItem({ id: '70', name: 'claimed', comments: texts.join('\n') })));
const written = async () => {
  const found = await readDb.comment.findMany({ where: { post: { slug: 'claimed' } }, orderBy: { path: 'asc' } });
  return found.map(({ body, authorId, authorName }) => ({ body, authorId, authorName }));
};

test('whoever proves the address of an imported comment makes it their own, for good', async () => {
  const admin = await actorWith('admin');
  const imported = (file: string) => importWordPress(admin, { files: [file], oldUrl: null, dryRun: false });
  await imported(exportOf(...comments()));
  expect(JSON.stringify(await readDb.importedCommenter.findMany())).not.toContain('secret-');
  const actorOf = async (email: string, emailVerifiedAt: Date | null) => {
    const { id, name } = await createUser({ email, emailVerifiedAt });
    return { id, name, role: 'reader' as const, sessionId: id, emailVerified: emailVerifiedAt !== null };
  };
  const ida = await actorOf('secret-71@old-harbour.example', null);
  expect(await countClaimable(ida)).toBe(0);
  await expect(claimComments(ida)).rejects.toThrow('Confirm your e-mail address first.');
  expect(await countClaimable(await actorOf('else-71@old-harbour.example', new Date()))).toBe(0);

  await db.user.update({ where: { id: ida.id }, data: { emailVerifiedAt: new Date() } });
  expect(await countClaimable(ida)).toBe(1);
  const { result, tags } = await madeStaleBy(() => claimComments(ida));
  expect(result).toBe(1);
  expect(await claimComments(ida)).toBe(0);
  const { id: postId } = await readDb.post.findFirstOrThrow({ where: { slug: 'claimed' } });
  expect(tags).toContain(`comments:${postId}`);
  expect(await written()).toMatchObject([
    { authorId: ida.id, authorName: 'Ida' },
    { authorId: null, authorName: 'Otto' },
  ]);

  await imported(exportOf(...comments('Said better, over there.')));
  expect((await written())[0]).toMatchObject({ body: 'Said better, over there.', authorId: ida.id });
  const { id: batchId } = await readDb.importBatch.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  await undoImport(admin, batchId);
  expect((await written())[0]).toMatchObject({ body: 'Said long ago.', authorId: ida.id });

  const otto = await actorOf('Secret-72@OLD-harbour.example'.toLowerCase(), new Date());
  await db.session.create({
    data: {
      id: otto.id,
      userId: otto.id,
      version: 1,
      createdAt: new Date(),
      lastSeenAt: new Date(),
      expiresAt: new Date(),
    },
  });
  await deleteAccount(otto, { ownPassword: '' });
  expect(await readDb.importedCommenter.count()).toBe(0);
});
