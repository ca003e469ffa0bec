import { formatMoment, type DateStyle } from '@/lib/dates';
import type { PostState } from '@/lib/posts/post';

type Props = { state: PostState; expiresAt: Date; dates: DateStyle };

const standings: Record<PostState, string> = {
  Draft: 'This is a draft: nobody sees it but those who have this link.',
  Scheduled: 'This is how the post will look. It is scheduled and not public yet.',
  Live: 'This is the newest text of a post that is public. What readers see may be older.',
  Expired: 'This post is no longer public.',
  Private: 'This post is private: nobody sees it but those who have this link.',
  Bin: 'This post is in the bin.',
};

/** Tells whoever opens a secret link what they are looking at, and for how long they can. */
export function PreviewNote({ state, expiresAt, dates }: Props) {
  return (
    <p className="notice" role="note">
      <span>{`${standings[state]} The link works until `}</span>
      <time dateTime={expiresAt.toISOString()}>{formatMoment(expiresAt, dates)}</time>
      <span>.</span>
    </p>
  );
}
