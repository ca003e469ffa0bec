import { Fragment, type ReactNode } from 'react';
import type { DateStyle } from '@/lib/time/dates';
import type { PostTeaser } from '@/lib/posts/listing/queries';
import type { Front } from './front';
import { Teaser } from './teaser';

type Props = {
  posts: PostTeaser[];
  dates: DateStyle;
  pinned?: PostTeaser[];
  /** How large each stands, and in how many columns; all in rows by default. */
  front?: Front | undefined;
  /** Content after a post, by its index in the list. */
  after?: ReadonlyMap<number, ReactNode>;
};

/** A list of posts, pinned ones first. */
export function PostList({ posts, dates, pinned = [], front, after }: Props) {
  return (
    <div className={front?.className ?? 'post-list'}>
      {[...pinned, ...posts].map((post, index) => (
        <Fragment key={post.id}>
          <Teaser post={post} dates={dates} form={front?.formOf(index) ?? 'row'} isPinned={index < pinned.length} />
          {after?.get(index)}
        </Fragment>
      ))}
    </div>
  );
}
