import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { choicesFrom, type Choices } from './notification';

type Chosen = { [Choice in keyof Choices]?: Choices[Choice] | undefined };

export const choiceSelect = {
  replies: true,
  mentions: true,
  followed: true,
  comments: true,
  moderation: true,
  decisions: true,
  corrections: true,
  notes: true,
} as const;

/** What a person wants to be told by e-mail. */
export async function findChoices({ id }: Pick<Actor, 'id'>): Promise<Choices> {
  return choicesFrom(await readDb.notificationChoice.findUnique({ where: { userId: id }, select: choiceSelect }));
}

/** Stores what the actor wants; it holds for e-mails that wait, too. What is not named stays. */
export async function saveChoices(actor: Actor, choices: Chosen) {
  await transaction((tx) => storeChoices(tx, actor.id, choices));
}

/** The same without a session, for a user who opened the link of an e-mail. */
export async function storeChoices(
  tx: Tx,
  userId: string,
  { replies, mentions, followed, comments, moderation, decisions, corrections, notes }: Chosen,
) {
  const chosen = {
    ...(replies ? { replies } : {}),
    ...(mentions ? { mentions } : {}),
    ...(followed ? { followed } : {}),
    ...(comments ? { comments } : {}),
    ...(moderation ? { moderation } : {}),
    ...(decisions ? { decisions } : {}),
    ...(corrections ? { corrections } : {}),
    ...(notes ? { notes } : {}),
  };
  await tx.notificationChoice.upsert({ where: { userId }, update: chosen, create: { userId, ...chosen } });
}
