import { pollInvalidations } from '@/lib/caching/invalidation-polling';
import { forgetUndo } from '@/lib/import/running/forgetting-undo';
import { removeOldImports } from '@/lib/import/running/receiving';
import { startOutbox } from '@/lib/outbox/worker';
import { startHousekeeping } from '@/lib/users/housekeeping';
import { sendQueuedEmail } from '@/lib/users/emails';
import { sendPublishingEmail } from '@/lib/users/publishing-email';
import { MAILED_COMMENT_EVENT } from '@/lib/comments/mailed';
import { continueHiding } from '@/lib/comments/hiding-all';
import { sendDecision } from '@/lib/comments/services/feedback';
import { trainSpamModel } from '@/lib/comments/spam/training';
import {
  HIDE_COMMENTS,
  READDRESS_POSTS,
  SEND_DECISION,
  TELL_MODERATORS,
  TELL_OF_COMMENT,
  TELL_OF_CORRECTION,
  TRAIN_SPAM_MODEL,
} from '@/lib/events/subscribers';
import { DIGESTS, sendDigests, startDigests } from '@/lib/notifications/digest';
import { NOTIFICATION_EMAILS, sendNotificationEmails } from '@/lib/notifications/emailing';
import { sendModerationEmails } from '@/lib/notifications/moderation-email';
import { tellOfComment } from '@/lib/notifications/telling';
import { tellOfCorrection } from '@/lib/notifications/telling-of-correction';
import { findMenus } from '@/lib/menus/queries';
import { readdressPosts } from '@/lib/posts/publishing/readdressing';
import { startScheduler } from '@/lib/posts/publishing/scheduler';
import { startRerendering } from '@/lib/upkeep/site-move';
import { startTakingInFiles } from '@/lib/upkeep/stored-files';
import { startRollUp } from '@/lib/upkeep/statistics';
import { startCountingVisits } from '@/lib/redirects/counting';
import { startCounting } from '@/lib/statistics/counting';
import { runIndexer } from '@/lib/search/indexing';
import { startAttachingCover } from '@/lib/sample-content/attaching-cover';

type Stop = () => void | Promise<void>;

/** In every rendering process: invalidations by time and from the log. */
export async function startSchedulers(): Promise<Stop> {
  const stops = [await pollInvalidations(), startScheduler(findMenus)];
  return () => stops.forEach((stop) => stop());
}

/** Once per site: queues and timers. */
export async function startBackgroundWork(): Promise<Stop> {
  const stops: Stop[] = [
    startOutbox({
      email: sendQueuedEmail,
      [MAILED_COMMENT_EVENT]: sendPublishingEmail,
      [TELL_OF_COMMENT]: tellOfComment,
      [TELL_OF_CORRECTION]: tellOfCorrection,
      [NOTIFICATION_EMAILS]: sendNotificationEmails,
      [DIGESTS]: sendDigests,
      [TELL_MODERATORS]: sendModerationEmails,
      [TRAIN_SPAM_MODEL]: trainSpamModel,
      [SEND_DECISION]: sendDecision,
      [READDRESS_POSTS]: (payload) => readdressPosts(payload),
      [HIDE_COMMENTS]: (payload) => continueHiding(payload),
    }),
    startAttachingCover(),
    startDigests(),
    startRerendering(),
    startTakingInFiles(),
    startHousekeeping({ leftovers: async () => void (await Promise.all([removeOldImports(), forgetUndo()])) }),
    runIndexer(),
    startCounting(),
    startCountingVisits(),
    startRollUp(),
  ];
  return async () => {
    for (const stop of stops) await stop();
  };
}
