import { issueToken } from '@/lib/auth/tokens';
import { db } from '@/lib/database/db';
import { confirmEmailChange } from '@/lib/users/email-change';
import { editUser } from '@/lib/users/editing';
import { givePosts } from '@/lib/users/giving-posts';
import { removeUser } from '@/lib/users/removal';
import { createPost } from '../../factories/posts';
import { changePublished, publishedPost } from '../../factories/published-posts';
import { actorWith, createUser } from '../../factories/users';
import { email, SECRET } from './audited-comments';

/** Returns what was made up by the product itself and may not be written down either. */
export async function changePeopleAndPages() {
  const admin = await actorWith('admin');
  const [giver, taker] = [await createUser({ slug: 'giver', name: 'Gil' }), await createUser({ slug: 'taker' })];
  const { id: postId } = await createPost();
  await db.postAuthor.create({ data: { postId, userId: giver.id, position: 0 } });
  await editUser(admin, { id: giver.id, name: 'Gil', slug: 'gil', bio: `Sails, ${SECRET}.`, website: '' });
  await givePosts(admin, { id: giver.id, into: taker.slug });
  await removeUser(admin, { id: giver.id, posts: 'keep', into: '' });
  const reader = await actorWith('reader');
  const data = { email: email('new') };
  const secret = await issueToken({ purpose: 'change-email', subject: reader.id, seconds: 60, data });
  await confirmEmailChange(reader, secret);
  const editor = await actorWith('editor');
  const above = await publishedPost(editor, { title: 'Moorings' }, 'page');
  await publishedPost(editor, { title: 'Buoys', parentId: above.id }, 'page');
  await changePublished(editor, above.id, { slug: 'berths' });
  return [secret];
}
