import { formatMoment, type DateStyle } from '@/lib/time/dates';
import type { PostState } from '@/lib/posts/post';

type Props = { state: PostState; expiresAt: Date; dates: DateStyle };

const previewStates: Record<PostState, string> = {
  Draft: 'This is a draft. Only people with this link can see it.',
  Scheduled: 'This is how the post will look. It is scheduled and not public yet.',
  Published: 'This is the latest version of a published post. Readers may still see an older one.',
  Expired: 'This post is no longer public.',
  Private: 'This post is private. Only people with this link can see it.',
  Trash: 'This post is in the trash.',
};

/** Explains what a private preview link shows, and until when it works. */
export function PreviewNote({ state, expiresAt, dates }: Props) {
  return (
    <p className="notice" role="note">
      <span>{`${previewStates[state]} The link works until `}</span>
      <time dateTime={expiresAt.toISOString()}>{formatMoment(expiresAt, dates)}</time>
      <span>.</span>
    </p>
  );
}
