import type { ReactNode } from 'react';
import { slotsBetween } from '@/components/slots/slot-area';
import { SlotLayout } from '@/components/slots/slot-layout';
import { translatorOf } from '@/lib/i18n/translator';
import type { DateStyle } from '@/lib/time/dates';
import type { PostPage } from '@/lib/posts/listing/listing-queries';
import type { PostTeaser } from '@/lib/posts/listing/queries';
import { gapsBeside } from '@/lib/slots/placement-rules';
import type { FrontLayout } from '@/lib/settings/looks-names';
import { frontOf } from './front';
import { Pager } from './pager';
import { PostList } from './post-list';

type Props = {
  /** Title of the list; `kicker` names its kind. */
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
  /** How the front page is laid out; without it, in rows. */
  front?: FrontLayout;
};

/** One page of a list of posts, with its heading, pagination and slots. */
export function Listing({ title, kicker, isTitleHidden, intro, list, href, empty, front, ...posts }: Props) {
  const t = translatorOf(posts.dates.language);
  const all = [...(posts.pinned ?? []), ...list.posts];
  const count = all.length;
  const closed = gapsBeside(all, ({ sensitive }) => sensitive);
  return (
    <SlotLayout>
      <main id="content" className="page page--list">
        <header className={isTitleHidden ? 'hidden-visually' : 'list-header'}>
          {kicker && <p className="list-header__kicker">{kicker}</p>}
          <h1 className="list-header__title" dir="auto">
            {title}
          </h1>
          {list.page > 1 && (
            <p className="list-header__page">{t('list.page', { page: list.page, pages: list.pages })}</p>
          )}
          {intro && <div className="list-header__intro">{intro}</div>}
        </header>
        {count === 0 ? (
          <div className="empty">{empty}</div>
        ) : (
          <PostList
            posts={list.posts}
            {...posts}
            front={front && frontOf(front, { count, page: list.page })}
            after={slotsBetween('list', { posts: count, closed })}
          />
        )}
        <Pager page={list.page} pages={list.pages} href={href} language={posts.dates.language} />
      </main>
    </SlotLayout>
  );
}
