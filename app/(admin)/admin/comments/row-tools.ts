import { can, type Actor } from '@/lib/auth/actor';
import { readOpened } from '@/lib/comments/queue-tools';
import { banAction, unbanAction } from '../users/actions';
import { editHereAction } from './actions';
import { liftRestrictionAction, restrictCommenterAction } from './authors/actions';
import { removeInQueueAction, replyInQueueAction } from './tool-actions';

/** What the viewer of a list may do in its rows, and which tool its address opens. */
export function toolsOf(actor: Actor, open: string | string[] | undefined) {
  return {
    viewer: { actorId: actor.id, canSuspend: can(actor, 'users.manage') },
    opened: readOpened(open),
    actions: {
      reply: replyInQueueAction,
      edit: editHereAction,
      remove: removeInQueueAction,
      restrict: restrictCommenterAction,
      lift: liftRestrictionAction,
      ban: banAction,
      unban: unbanAction,
    },
  };
}
