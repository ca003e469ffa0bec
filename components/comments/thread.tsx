import type { DateStyle } from '@/lib/dates';
import type { ThreadNode } from '@/lib/comments/thread';
import { Comment } from './comment';

type Props = {
  nodes: ThreadNode[];
  slug: string;
  dates: DateStyle;
  canAnswer: boolean;
};

/** A conversation: every comment with the answers to it below it. */
export function Thread({ nodes, slug, dates, canAnswer }: Props) {
  return (
    <ol className="thread">
      {nodes.map((node) => (
        <li key={node.comment.id}>
          <Comment node={node} slug={slug} dates={dates} canAnswer={canAnswer && !node.isRepeated} />
          {node.answers.length > 0 && <Thread nodes={node.answers} slug={slug} dates={dates} canAnswer={canAnswer} />}
        </li>
      ))}
    </ol>
  );
}
