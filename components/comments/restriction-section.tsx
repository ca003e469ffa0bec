import type { Action } from '@/components/ui/action-errors';
import { SectionHeader } from '@/components/ui/section-header';
import type { Commenter } from '@/lib/comments/commenter-queries';
import type { Restriction } from '@/lib/comments/restriction';
import { shortDay } from '@/lib/time/site-time';
import { RestrictionForm } from './restriction-form';

const states: Record<Restriction, string> = {
  hold: 'Every new comment awaits approval.',
  shadow: 'New comments are seen by themselves and moderators alone. They are not told.',
};

type Props = { commenter: Pick<Commenter, 'id' | 'restriction'>; restrict: Action; lift: Action };

/** What becomes of somebody's new comments, and how that is changed. */
export function RestrictionSection({ commenter: { id, restriction }, restrict, lift }: Props) {
  return (
    <section className="section" aria-labelledby="restriction-head">
      <SectionHeader
        id="restriction-head"
        title={restriction ? 'New comments are restricted' : 'Restrict new comments'}
        hint={
          restriction
            ? [states[restriction.kind], endOf(restriction.until), restriction.note && `Note: ${restriction.note}`]
                .filter(Boolean)
                .join(' ')
            : 'From now on, and for comments that they edit. Those that stand are left as they are.'
        }
      />
      <RestrictionForm userId={id} isRestricted={restriction !== null} restrict={restrict} lift={lift} />
    </section>
  );
}

function endOf(until: Date | null) {
  return until ? `Until ${shortDay(until, 'UTC')}.` : 'No end date.';
}
