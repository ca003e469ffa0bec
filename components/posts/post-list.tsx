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
  /** What stands after a post, by its place in the list (0 is the first). */
  after?: ReadonlyMap<number, ReactNode>;
};

/** Posts under each other, the pinned ones first. */
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
