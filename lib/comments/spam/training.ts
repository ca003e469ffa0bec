import 'server-only';
import { readDb, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { JobResult } from '@/lib/outbox/worker';
import { sampleOf } from './features';
import { judgedOf, judgedSelect } from './judging';
import { encodeWeights, evaluate, MAX_DECISIONS, MIN_DECISIONS, train, type Decision } from './model';
import { CURRENT } from './queries';

const PER_READ = 250;

type Position = { moderatedAt: Date; id: string };

/** Trains the model on what moderators approved and marked as spam, and measures it on the latest of that. */
export async function trainSpamModel(): Promise<JobResult> {
  const decisions = await listDecisions();
  if (decisions.length < MIN_DECISIONS) return 'unneeded';
  const figures = await evaluate(decisions, pause);
  const model = { ...figures, weights: encodeWeights(await train(decisions, pause)), trainedAt: new Date() };
  await transaction(async (tx) => {
    const where = { id: CURRENT };
    await tx.spamModel.upsert({ where, create: { id: CURRENT, ...model }, update: model, select: { id: true } });
    emit(tx, { type: 'spam-model.changed', actorId: null, change: 'trained' });
  });
  return 'done';
}

/** The latest decisions in order of time. Texts are read by parts, and only what is learnt of them is kept. */
async function listDecisions(): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (let before: Position | null = null; decisions.length < MAX_DECISIONS;) {
    const rows = await readDecided(before);
    decisions.push(...rows.filter(isAboutThisText).map(decisionOf));
    const last = rows.at(-1);
    if (!last?.moderatedAt || rows.length < PER_READ) break;
    before = { moderatedAt: last.moderatedAt, id: last.id };
    await pause();
  }
  return decisions.slice(0, MAX_DECISIONS).toReversed();
}

function readDecided(before: Position | null) {
  return readDb.comment.findMany({
    where: {
      // Rules, reports and the model do not moderate: nobody is named.
      moderatedById: { not: null },
      type: 'comment',
      status: { in: ['approved', 'spam'] },
      moderatedAt: { not: null, ...(before && { lte: before.moderatedAt }) },
      ...(before && {
        OR: [{ moderatedAt: { lt: before.moderatedAt } }, { moderatedAt: before.moderatedAt, id: { lt: before.id } }],
      }),
    },
    orderBy: [{ moderatedAt: 'desc' }, { id: 'desc' }],
    take: PER_READ,
    select: { id: true, status: true, moderatedAt: true, editedAt: true, ...judgedSelect },
  });
}

type Decided = Awaited<ReturnType<typeof readDecided>>[number];

// Who approved a text did not decide about what it became.
function isAboutThisText({ editedAt, moderatedAt }: Decided) {
  return editedAt === null || moderatedAt === null || editedAt <= moderatedAt;
}

function decisionOf(row: Decided): Decision {
  return { sample: sampleOf(judgedOf(row)), isSpam: row.status === 'spam' };
}

function pause() {
  return new Promise(setImmediate);
}
