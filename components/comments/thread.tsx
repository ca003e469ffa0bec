import { Fragment, type ReactNode } from 'react';
import { StaticHtml } from '@/components/layout/static-html';
import type { ThreadNode } from '@/lib/comments/thread';
import { conversationMarkup, type ThreadStyle } from './comment-markup';

type Props = ThreadStyle & {
  nodes: readonly ThreadNode[];
  /** By index of the conversation. */
  after?: ReadonlyMap<number, ReactNode>;
};

/** Conversations as HTML text: React would walk each element four times, and threads are long. */
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
