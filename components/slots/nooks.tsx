import type { ReactNode } from 'react';
import type { Placement } from '@/lib/slots/placements';
import { gapsInArticle, gapsInList, type Block, type Plan, type Planned } from '@/lib/slots/planning';
import type { LiveSlot } from '@/lib/slots/queries';
import { NookInvitations } from './invitations';
import { Nook } from './nook';

/** The slots of one page and how empty ones look. */
export type Nooks = { plan: Plan<LiveSlot>; showPlaceholders: boolean };

type PlaceProps = { nooks: Nooks; place: Placement };

/** Everything that stands in one place of a page. */
export function NookPlace({ nooks: { plan, showPlaceholders }, place }: PlaceProps) {
  return plan[place].map((planned) => <Nook key={planned.slot.id} {...{ planned, showPlaceholders }} />);
}

/** The places round the main part of a page: above it, in its margin, below it, and at the window's lower edge. */
export function WithNooks({ nooks, children }: { nooks: Nooks; children: ReactNode }) {
  const { plan, showPlaceholders } = nooks;
  const apart = (place: Placement) =>
    plan[place].map((planned) => <Nook key={planned.slot.id} {...{ planned, showPlaceholders }} isApart />);
  return (
    <>
      {apart('header')}
      <div className="nook-margin">
        {children}
        <div className="nook-margin__rail">{apart('sidebar')}</div>
      </div>
      {apart('footer')}
      {plan['sticky-footer'].map((planned) => (
        <StickyNook key={planned.slot.id} {...{ planned, showPlaceholders }} />
      ))}
      <NookInvitations />
    </>
  );
}

/** What stands after which block of an article, by the block's index from 0. */
export function nooksInArticle(nooks: Nooks, blocks: readonly Block[]): Map<number, ReactNode> {
  return spread(nooks, 'in-article', (slot) => gapsInArticle(blocks, slot.position));
}

/** What stands after which item of a list or which thread of comments, by the item's index from 0. */
export function nooksBetween(nooks: Nooks, place: 'list' | 'comments', count: number): Map<number, ReactNode> {
  return spread(nooks, place, (slot) => gapsInList(count, slot.position));
}

function spread({ plan, showPlaceholders }: Nooks, place: Placement, gapsOf: (slot: LiveSlot) => number[]) {
  const nodes = new Map<number, ReactNode>();
  for (const planned of plan[place]) {
    for (const [index, gap] of gapsOf(planned.slot).entries()) {
      const nook = <Nook {...{ planned, showPlaceholders }} ordinal={index + 1} />;
      // Two slots never meet in one gap: the first in order has it.
      if (nodes.has(gap - 1)) continue;
      nodes.set(gap - 1, nook);
    }
  }
  return nodes;
}

// An open <dialog> with a form that closes it: the reader can send it away without a script. It stands in the flow at
// the page's end and sticks to the window's edge, so that it never covers the last lines.
function StickyNook({ planned, showPlaceholders }: { planned: Planned<LiveSlot>; showPlaceholders: boolean }) {
  if (!planned.isFilled) return <Nook {...{ planned, showPlaceholders }} isApart />;
  return (
    <dialog open className="nook-sticky" aria-label={planned.slot.label || 'Advertisement'}>
      <Nook {...{ planned, showPlaceholders }} />
      <form method="dialog">
        <button className="nook-sticky__close" aria-label="Close the advertisement">
          Close
        </button>
      </form>
    </dialog>
  );
}
