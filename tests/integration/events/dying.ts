// Commits a change and crashes before it can notify anyone. Used by tests/integration/events/emitting.test.ts.
import { afterCommit, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';

await transaction(async (tx) => {
  afterCommit(tx, () => void process.kill(process.pid, 'SIGKILL'));
  await tx.setting.create({ data: { key: 'written-by-the-dying', value: '1', updatedAt: new Date() } });
  emit(tx, { type: 'import.post-updated', actorId: null, postId: process.argv[2] ?? '' });
});
