import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb, transaction } from '@/lib/database/db';
import { choicesFrom, type Choices } from './notification';

export const choiceSelect = { replies: true } as const;

/** What a person wants to be told by e-mail. */
export async function findChoices({ id }: Actor): Promise<Choices> {
  return choicesFrom(await readDb.notificationChoice.findUnique({ where: { userId: id }, select: choiceSelect }));
}

/** Stores what the actor wants; it holds for e-mails that wait, too. */
export async function saveChoices(actor: Actor, choices: Choices) {
  await storeChoices(actor.id, choices);
}

/** The same for somebody who proved with a link of an e-mail that it is theirs. */
export async function storeChoices(userId: string, choices: Partial<Choices>) {
  await transaction((tx) =>
    tx.notificationChoice.upsert({ where: { userId }, update: choices, create: { userId, ...choices } }),
  );
}
