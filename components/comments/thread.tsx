import { Fragment, type ReactNode } from 'react';
import type { DateStyle } from '@/lib/dates';
import type { ThreadNode } from '@/lib/comments/thread';
import { Comment } from './comment';

type Props = {
  nodes: ThreadNode[];
  slug: string;
  dates: DateStyle;
  canAnswer: boolean;
  /** What stands after a whole conversation, by its place in this list (0 is the first). */
  after?: ReadonlyMap<number, ReactNode>;
};

/** A conversation: every comment with the answers to it below it. */
export function Thread({ nodes, slug, dates, canAnswer, after }: Props) {
  return (
    <ol className="thread">
      {nodes.map((node, index) => (
        <Fragment key={node.comment.id}>
          <li>
            <Comment node={node} slug={slug} dates={dates} canAnswer={canAnswer && !node.isRepeated} />
            {node.answers.length > 0 && <Thread nodes={node.answers} slug={slug} dates={dates} canAnswer={canAnswer} />}
          </li>
          {after?.get(index)}
        </Fragment>
      ))}
    </ol>
  );
}
