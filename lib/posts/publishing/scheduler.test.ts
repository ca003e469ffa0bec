import { expect, onTestFinished, test, vi } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { caches } from '@/lib/caching/process-caches';
import { refreshCounts } from './scheduler';

test('many comments make lists stale at intervals, and never the list of posts', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const acknowledged: string[] = [];
  const unsubscribe = caches.clock.onInvalidate((tags) => acknowledged.push(...tags));
  const stop = refreshCounts();
  const comment = (postId: string) => caches.clock.invalidate([cacheTags.comments(postId)]);
  const counted = () => acknowledged.filter((tag) => !tag.startsWith('comments:'));

  const hot = cacheTags.count('hot');
  for (let second = 0; second < 6; second += 1) {
    for (let at = 0; at < 300; at += 1) comment('hot');
    vi.advanceTimersByTime(1_000);
  }
  comment('quiet');
  expect(counted()).toEqual([hot, cacheTags.conversations, hot, cacheTags.conversations]);

  vi.advanceTimersByTime(3_000);
  expect(counted().slice(4)).toEqual([cacheTags.count('quiet'), cacheTags.conversations]);
  stop();
  comment('late');
  vi.advanceTimersByTime(10_000);
  expect(counted()).toHaveLength(6);
  unsubscribe();
});
