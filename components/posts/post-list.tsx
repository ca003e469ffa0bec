import { Fragment, type ReactNode } from 'react';
import type { DateStyle } from '@/lib/time/dates';
import type { PostTeaser } from '@/lib/posts/listing/queries';
import { Teaser } from './teaser';

type Props = {
  posts: PostTeaser[];
  dates: DateStyle;
  pinned?: PostTeaser[];
  /** Whether the first post is set larger than the others. */
  hasLead?: boolean;
  /** Content after a post, by its index in the list. */
  after?: ReadonlyMap<number, ReactNode>;
};

/** A list of posts, pinned ones first. */
export function PostList({ posts, dates, pinned = [], hasLead = false, after }: Props) {
  return (
    <div className="post-list">
      {[...pinned, ...posts].map((post, index) => (
        <Fragment key={post.id}>
          <Teaser post={post} dates={dates} isLead={hasLead && index === 0} isPinned={index < pinned.length} />
          {after?.get(index)}
        </Fragment>
      ))}
    </div>
  );
}
