import { Fragment, type ReactNode } from 'react';
import { StaticHtml } from '@/components/layout/static-html';
import { translatorOf } from '@/lib/i18n/translator';
import type { Block } from '@/lib/posts/rendering/blocks';
import { splitAfterBlocks } from '@/lib/posts/rendering/body-parts';
import { withLabels } from '@/lib/posts/rendering/label-marks';

type Props = {
  /** Of the site. */
  language: string;
  postId: string;
  html: string;
  blocks: readonly Block[];
  /** Content after a top-level block, by its index. */
  after: ReadonlyMap<number, ReactNode>;
};

/** The rendered body of a post, with other content between its blocks. */
export function ArticleBody({ language, postId, html, blocks, after }: Props) {
  const t = translatorOf(language);
  return (
    <div className="prose" dir="auto">
      {splitAfterBlocks(html, blocks, [...after.keys()]).map((part) => (
        <Fragment key={part.after ?? 'rest'}>
          <StaticHtml className="prose__part" html={withLabels(part.html, t, postId)} />
          {part.after !== null && after.get(part.after)}
        </Fragment>
      ))}
    </div>
  );
}
