import { Fragment, type ReactNode } from 'react';
import { StaticHtml } from '@/components/layout/static-html';
import type { ThreadNode } from '@/lib/comments/thread';
import { conversationMarkup, type ThreadStyle } from './comment-markup';

type Props = ThreadStyle & {
  nodes: readonly ThreadNode[];
  /** What stands after a whole conversation, by its place in this list (0 is the first). */
  after?: ReadonlyMap<number, ReactNode>;
};

/**
 * Conversations: every comment with the answers to it below it. Written as text and not as elements: a thread is the
 * greater part of a page, and React would walk each of its elements four times.
 */
export function Thread({ nodes, after = new Map(), ...style }: Props) {
  return partsOf(nodes, [...after.keys()]).map(({ from, to }) => (
    <Fragment key={from}>
      <StaticHtml
        element="ol"
        className="thread"
        html={nodes
          .slice(from, to)
          .map((node) => conversationMarkup(node, style).html)
          .join('')}
      />
      {after.get(to - 1)}
    </Fragment>
  ));
}

function partsOf(nodes: readonly ThreadNode[], cuts: readonly number[]) {
  const ends = [...cuts.map((index) => index + 1).filter((end) => end < nodes.length), nodes.length].sort(
    (a, b) => a - b,
  );
  return ends.map((to, index) => ({ from: ends[index - 1] ?? 0, to }));
}
