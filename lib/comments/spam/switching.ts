import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { isShown, MIN_HELD_BACK, MIN_WOULD_HOLD } from './model';
import { CURRENT, figuresSelect } from './queries';

/** Lets the model hold comments, once its precision is shown, or only watch. What it held stays as it is. */
export async function switchSpamModel(actor: Actor, isOn: boolean, now = new Date()): Promise<void> {
  const moderator = requireCapability(actor, 'comments.moderate');
  await transaction(async (tx) => {
    const figures = await tx.spamModel.findUnique({ where: { id: CURRENT }, select: figuresSelect });
    if (isOn && !(figures && isShown(figures))) throw notShown();
    await tx.spamModel.updateMany({ where: { id: CURRENT }, data: { switchedOnAt: isOn ? now : null } });
    const change = isOn ? 'switched-on' : 'switched-off';
    emit(tx, { type: 'spam-model.changed', actorId: moderator.id, change });
  });
}

function notShown() {
  return new AppError(
    'conflict',
    'The spam model stays in shadow: it may hold comments once 98 % of those that it would have held were spam, ' +
      `of at least ${MIN_WOULD_HOLD} among at least ${MIN_HELD_BACK} later decisions. Nothing was changed.`,
  );
}
