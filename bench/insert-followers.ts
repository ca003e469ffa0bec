// Lets readers whom insert-readers.ts made follow a post of the site in DATA_DIR: its slug, and how many. Run by following.ts.
import { insertRows } from '@/lib/database/bulk-insert';
import { disconnect, readDb, transaction } from '@/lib/database/db';

const [slug = '', count = ''] = process.argv.slice(2);
const createdAt = new Date();
const { id: postId } = await readDb.post.findFirstOrThrow({ where: { slug }, select: { id: true } });
const readers = await readDb.user.findMany({
  where: { slug: { startsWith: 'reader-' } },
  orderBy: { id: 'asc' },
  take: Number(count),
  select: { id: true },
});
await transaction((tx) =>
  insertRows(
    tx,
    'PostFollow',
    readers.map(({ id: userId }) => ({ postId, userId, createdAt })),
  ),
);
await disconnect();
