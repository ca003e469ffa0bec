import type { ReactNode } from 'react';
import { SlotArea, slotsBetween } from '@/components/slots/slot-area';
import type { DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { directionOf } from '@/lib/web/languages';
import type { PublicPost } from '@/lib/posts/listing/queries';
import type { SeriesParts } from '@/lib/posts/listing/series-queries';
import { contentsOf } from '@/lib/posts/rendering/contents';
import { titleOf } from '@/lib/posts/title';
import { ArticleBody } from './article-body';
import { BlockStyles } from './block-styles';
import { Byline } from './byline';
import { ContentsList } from './contents-list';
import { Cover } from './cover';
import { SeriesBox } from './series-box';
import { TagList } from './tag-list';

type Props = { post: PublicPost; dates: DateStyle; series?: SeriesParts | null; children?: ReactNode };

/** A post or page from its title to its tags. */
export function PostArticle({ post, dates, series = null, children }: Props) {
  const language = post.locale ? { lang: post.locale, dir: directionOf(post.locale) } : {};
  return (
    <article className="post" {...language}>
      <header className="post__header">
        {post.tags[0] && (
          <p className="teaser__kicker">
            <a href={paths.tag(post.tags[0].slug)}>{post.tags[0].name}</a>
          </p>
        )}
        <h1 className={titleClass(post)} dir="auto">
          {titleOf(post)}
        </h1>
        {post.subtitle && (
          <p className="post__subtitle" dir="auto">
            {post.subtitle}
          </p>
        )}
        <SlotArea placement="below-title" />
        {post.type === 'post' && <Byline post={post} dates={dates} />}
      </header>
      {series && <SeriesBox series={series} postId={post.id} language={dates.language} />}
      <BlockStyles html={post.renderedHtml} language={dates.language} />
      <Cover post={post} />
      <ArticleText post={post} language={dates.language} />
      <TagList tags={post.tags} language={dates.language} />
      {children}
      <SlotArea placement="post-end" />
    </article>
  );
}

function ArticleText({ post, language }: { post: PublicPost; language: string }) {
  const { id: postId, renderedHtml: html, blocks } = post;
  const after = slotsBetween('in-article', { blocks });
  const entries = contentsOf(html, post.contentsMode);
  if (entries.length === 0) return <ArticleBody {...{ language, postId, html, blocks, after }} />;
  return (
    <div className="post__text">
      <ContentsList entries={entries} language={language} />
      <ArticleBody {...{ language, postId, html, blocks, after }} />
    </div>
  );
}

// Very long titles are a step smaller, so that they do not fill the screen.
function titleClass(post: PublicPost) {
  return post.title.length > 90 ? 'post__title post__title--long' : 'post__title';
}
