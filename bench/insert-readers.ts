// Signs in trusted members to the site in DATA_DIR and prints their cookies. Run by comment-storm.ts.
import { createSession } from '@/lib/auth/session-records';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { insertRows } from '@/lib/database/bulk-insert';
import { disconnect, readDb, transaction } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

const count = Number(process.argv[2]);
const createdAt = new Date();
const users = Array.from({ length: count }, (_, at) => ({
  id: newId(),
  name: `Reader ${at}`,
  slug: `reader-${at}`,
  email: `reader-${at}@example.test`,
  emailVerifiedAt: createdAt,
  role: 'reader',
  avatarSeed: `reader-${at}`,
  createdAt,
  updatedAt: createdAt,
}));
const quiet = await readDb.post.findFirstOrThrow({
  where: { type: 'post', status: 'published' },
  orderBy: { publishAt: 'asc' },
  select: { id: true },
});
await transaction(async (tx) => {
  await insertRows(tx, 'User', users);
  await insertRows(
    tx,
    'Comment',
    users.map((user, at) => ({
      id: newId(),
      postId: quiet.id,
      rootId: user.id,
      depth: 0,
      path: `z${at.toString(36).padStart(4, '0')}`,
      status: 'approved',
      authorId: user.id,
      body: 'Here before.',
      bodyHtml: '<p>Here before.</p>',
      createdAt,
      updatedAt: createdAt,
    })),
  );
});
const tokens: string[] = [];
for (const { id } of users) tokens.push(await createSession({ id, sessionVersion: 1 }, 'bench'));
process.stdout.write(JSON.stringify(tokens.map((token) => `${sessionCookieName()}=${token}; signed-in=1`)));
await disconnect();
