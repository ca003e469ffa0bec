import type { ReactNode } from 'react';
import type { DateStyle } from '@/lib/dates';
import type { PostPage } from '@/lib/posts/listing-queries';
import type { PostTeaser } from '@/lib/posts/queries';
import { Pager } from './pager';
import { PostList } from './post-list';

type Props = {
  /** What the list is called, above it; `kicker` says what kind of list it is. */
  title: string;
  kicker?: string;
  /** The title is already in the masthead. */
  isTitleHidden?: boolean;
  intro?: ReactNode;
  list: PostPage;
  pinned?: PostTeaser[];
  dates: DateStyle;
  href: (page: number) => string;
  empty: ReactNode;
  hasLead?: boolean;
  after?: ReadonlyMap<number, ReactNode>;
};

/** A page of a list of posts: what it is, the posts, the way to the others. */
export function Listing({ title, kicker, isTitleHidden, intro, list, href, empty, ...posts }: Props) {
  const isEmpty = list.posts.length === 0 && (posts.pinned ?? []).length === 0;
  return (
    <main id="content" className="page page--list">
      <header className={isTitleHidden ? 'hidden-visually' : 'list-head'}>
        {kicker && <p className="list-head__kicker">{kicker}</p>}
        <h1 className="list-head__title" dir="auto">
          {title}
        </h1>
        {list.page > 1 && <p className="list-head__page">{`Page ${list.page} of ${list.pages}`}</p>}
        {intro && <div className="list-head__intro">{intro}</div>}
      </header>
      {isEmpty ? <div className="empty">{empty}</div> : <PostList posts={list.posts} {...posts} />}
      <Pager page={list.page} pages={list.pages} href={href} />
    </main>
  );
}
