import { Fragment, type ReactNode } from 'react';
import { StaticHtml } from '@/components/layout/static-html';
import type { Block } from '@/lib/posts/rendering/blocks';
import { splitAfterBlocks } from '@/lib/posts/rendering/body-parts';

type Props = {
  html: string;
  blocks: readonly Block[];
  /** Content after a top-level block, by its index. */
  after: ReadonlyMap<number, ReactNode>;
};

/** The rendered body of a post, with other content between its blocks. */
export function ArticleBody({ html, blocks, after }: Props) {
  return (
    <div className="prose" dir="auto">
      {splitAfterBlocks(html, blocks, [...after.keys()]).map((part) => (
        <Fragment key={part.after ?? 'rest'}>
          <StaticHtml className="prose__part" html={part.html} />
          {part.after !== null && after.get(part.after)}
        </Fragment>
      ))}
    </div>
  );
}
