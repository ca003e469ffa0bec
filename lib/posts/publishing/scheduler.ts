import 'server-only';
import { cacheTags, postOfLikes, postOfThread } from '@/lib/caching/cache-tags';
import { caches } from '@/lib/caching/process-caches';
import { ALL_TAGS } from '@/lib/caching/tag-clock';
import { noticeHere } from '@/lib/events/emit';
import { log } from '@/lib/platform/log';
import { nextScheduledTime } from './schedule';

/** The longest timer, in ms: bounds the delay after a suspend or an external write. */
const MAX_WAIT_MS = 5 * 60 * 1000;
/** Batches the checks after an import or a burst of comments (ms). */
const DEBOUNCE_MS = 200;
/** How long lists may show an outdated comment count, in ms. */
const COUNTS_DELAY_MS = 3_000;
/** How long pages may show outdated numbers of likes and reactions, in ms; comments-section.tsx says it. */
const LIKES_DELAY_MS = 60_000;

/** Invalidates pages when posts fall due. Pages also expire at that time, so a lost timer does no harm. */
export function startScheduler(findMenus: () => Promise<unknown>) {
  const stops = [refreshDue(), refreshMenus(findMenus), refreshCounts(), refreshLikes()];
  return () => stops.forEach((stop) => stop());
}

function refreshDue() {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const arm = () => {
    clearTimeout(timer);
    waitUntilDue().catch((error: unknown) =>
      log.warn({ event: 'schedule_read_failed', error }, 'could not read the schedule'),
    );
  };
  const waitUntilDue = async () => {
    const moment = await nextScheduledTime();
    if (isStopped) return;
    clearTimeout(timer);
    const wait = moment === null ? MAX_WAIT_MS : Math.max(0, moment - Date.now());
    const isDue = wait < MAX_WAIT_MS;
    const comeDue = () => noticeHere({ type: 'posts.came-due', actorId: null });
    timer = setTimeout(isDue ? comeDue : arm, isDue ? wait : MAX_WAIT_MS);
    timer.unref();
  };
  const stopListening = caches.clock.onInvalidate((tags) => {
    if (!tags.includes(cacheTags.list) && !tags.includes(ALL_TAGS)) return;
    clearTimeout(timer);
    timer = setTimeout(arm, DEBOUNCE_MS);
    timer.unref();
  });
  arm();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopListening();
  };
}

/** Invalidates comment counts in lists, throttled: otherwise a burst of comments would empty the cache of lists. */
export function refreshCounts() {
  return gather(postOfThread, COUNTS_DELAY_MS, (postIds) =>
    noticeHere({ type: 'comments.counted', actorId: null, postIds }),
  );
}

/** Invalidates the pages that show likes and reactions, throttled: a like alone makes no page stale. */
export function refreshLikes(delayMs = LIKES_DELAY_MS) {
  return gather(postOfLikes, delayMs, (postIds) => noticeHere({ type: 'likes.counted', actorId: null, postIds }));
}

function gather(postOf: (tag: string) => string | null, delayMs: number, pass: (postIds: string[]) => void) {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const passAll = () => {
    timer = undefined;
    const postIds = [...waiting];
    waiting.clear();
    pass(postIds);
  };
  const stopListening = caches.clock.onInvalidate((tags) => {
    for (const tag of tags) {
      const postId = postOf(tag);
      if (postId) waiting.add(postId);
    }
    if (waiting.size === 0 || timer) return;
    timer = setTimeout(passAll, delayMs);
    timer.unref();
  });
  return () => {
    clearTimeout(timer);
    stopListening();
  };
}

/** What readers find in menus changes with posts and by time. */
function refreshMenus(findMenus: () => Promise<unknown>) {
  let known = '';
  let timer: NodeJS.Timeout | undefined;
  const compare = async () => {
    const menus = JSON.stringify(await findMenus());
    if (menus !== known) noticeHere({ type: 'menu.changed', actorId: null });
    known = menus;
  };
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      compare().catch((error: unknown) => log.warn({ event: 'menu_read_failed', error }, 'could not read the menus'));
    }, DEBOUNCE_MS);
    timer.unref();
  };
  const stopListening = caches.clock.onInvalidate((tags) => {
    if (tags.some((tag) => tag === cacheTags.list || /^(?:tag|series):/.test(tag))) look();
  });
  look();
  return () => {
    clearTimeout(timer);
    stopListening();
  };
}
