import { AppError } from '@/lib/platform/errors';
import { wasEverPublic } from '../post';

export type WantedTimes = { publishAt?: Date | null; unpublishAt?: Date | null };

type Times = { status: string; publishAt: Date | null; unpublishAt: Date | null; firstPublishedAt: Date | null };

/** The publish and unpublish times. A post that was public keeps its date unless another is given. */
export function publicationTimes(post: Times, wanted: WantedTimes, now: Date) {
  const wasPublic = wasEverPublic(post, now);
  const publishAt = publicationDate(post, wanted.publishAt, now);
  const isGone = post.unpublishAt !== null && post.unpublishAt <= now;
  const unpublishAt = wanted.unpublishAt === undefined ? (isGone ? null : post.unpublishAt) : wanted.unpublishAt;
  if (unpublishAt && (unpublishAt <= publishAt || unpublishAt <= now)) {
    const sentence = 'The unpublish date must be in the future and after the publish date.';
    throw new AppError('invalid', sentence, { fields: { unpublishAt: sentence } });
  }
  const firstPublishedAt = wasPublic && post.firstPublishedAt ? post.firstPublishedAt : later(now, publishAt);
  return { publishAt, unpublishAt, firstPublishedAt };
}

/** The date that a post keeps when it is published without another; null if it gets a new one. */
export function keptPublishDate(post: Omit<Times, 'unpublishAt'>, now: Date) {
  const isKept = post.status === 'published' || (wasEverPublic(post, now) && post.publishAt && post.publishAt <= now);
  return isKept ? post.publishAt : null;
}

function publicationDate(post: Times, wanted: Date | null | undefined, now: Date) {
  if (wanted instanceof Date) return requireDate(wanted);
  const getsNewDate = wanted === null && post.status === 'published';
  return (getsNewDate ? null : keptPublishDate(post, now)) ?? now;
}

function requireDate(date: Date) {
  const year = date.getUTCFullYear();
  if (year >= 1900 && year <= 9999) return date;
  const sentence = 'Enter a valid date.';
  throw new AppError('invalid', sentence, { fields: { publishAt: sentence } });
}

function later(a: Date, b: Date) {
  return a > b ? a : b;
}
