import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import type { Text } from '@/components/text/text';
import type { Action } from '@/components/ui/action-errors';
import { SectionHeader } from '@/components/ui/section-header';
import type { Commenter } from '@/lib/comments/commenter-queries';
import type { Restriction } from '@/lib/comments/restriction';
import { shortDay } from '@/lib/time/site-time';
import { RestrictionForm } from './restriction-form';

const states: Record<Restriction, string> = {
  hold: msg('Every new comment awaits approval.'),
  shadow: msg('Only the author and moderators see new comments; the author is not told.'),
};

type Props = { commenter: Pick<Commenter, 'id' | 'restriction'>; restrict: Action; lift: Action };

/** What becomes of a person's new comments, and how that is changed. */
export function RestrictionSection({ commenter: { id, restriction }, restrict, lift }: Props) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="restriction-head">
      <SectionHeader
        id="restriction-head"
        title={restriction ? t('New comments are restricted') : t('Restrict new comments')}
        hint={
          restriction
            ? [
                t(states[restriction.kind]),
                endOf(restriction.until, t),
                restriction.note && t('Note: {note}', { note: restriction.note }),
              ]
                .filter(Boolean)
                .join(' ')
            : t('From now on, and for comments that they edit. Those that stand are left as they are.')
        }
      />
      <RestrictionForm userId={id} isRestricted={restriction !== null} restrict={restrict} lift={lift} />
    </section>
  );
}

function endOf(until: Date | null, t: Text) {
  return until ? t('Until {day}.', { day: shortDay(until, 'UTC', t.language) }) : t('No end date.');
}
