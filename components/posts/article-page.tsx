import type { ReactNode } from 'react';
import { SlotLayout } from '@/components/slots/slot-layout';
import type { DateStyle } from '@/lib/time/dates';
import { hasFrames } from '@/lib/html/embeds';
import type { ArticleLayout } from '@/lib/settings/looks-names';
import type { SeriesParts } from '@/lib/posts/listing/series-queries';
import type { Neighbours as Both, PublicPost } from '@/lib/posts/listing/queries';
import { EmbedIsland } from './embed-island';
import { Neighbours } from './neighbours';
import { PostArticle } from './post-article';

type Props = {
  post: PublicPost;
  dates: DateStyle;
  top?: ReactNode;
  /** That it is a part of. */
  series?: SeriesParts | null;
  /** After the tags. */
  end?: ReactNode;
  neighbours?: Both;
  /** Embeds load only where the page's policy names their origins: not in a preview. */
  isPreview?: boolean;
  /** Between the text and its neighbours. */
  below?: ReactNode;
  layout?: ArticleLayout;
  children?: ReactNode;
};

/** The page of a post, for readers and previews. */
export function ArticlePage({ post, dates, top, series = null, end, neighbours, isPreview = false, ...parts }: Props) {
  const { below, layout = 'column', children } = parts;
  return (
    <SlotLayout>
      <main id="content" className={layout === 'feature' ? 'page page--feature' : 'page'}>
        {top}
        <PostArticle post={post} dates={dates} series={series}>
          {end}
        </PostArticle>
        {!isPreview && hasFrames(post.renderedHtml) && <EmbedIsland />}
        {below && <div>{below}</div>}
        {neighbours && post.type === 'post' && <Neighbours {...neighbours} language={dates.language} />}
        {children}
      </main>
    </SlotLayout>
  );
}
