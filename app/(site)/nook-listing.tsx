import type { ComponentProps } from 'react';
import { Listing } from '@/components/posts/listing';
import { nooksBetween, WithNooks } from '@/components/slots/nooks';
import type { PageContext } from '@/lib/slots/planning';
import { readNooks } from './nook-reads';

type Props = Omit<ComponentProps<typeof Listing>, 'after'> & { slots: PageContext };

/** A list of posts with the slots round it and between its posts. */
export async function NookListing({ slots, ...listing }: Props) {
  const nooks = await readNooks(slots);
  const count = (listing.pinned?.length ?? 0) + listing.list.posts.length;
  return (
    <WithNooks nooks={nooks}>
      <Listing {...listing} after={nooksBetween(nooks, 'list', count)} />
    </WithNooks>
  );
}
