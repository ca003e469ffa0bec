import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import type { Commenter } from '@/lib/comments/commenter-queries';
import type { Restriction } from '@/lib/comments/restriction';
import { shortDay } from '@/lib/time/site-time';

const names: Record<Restriction, string> = {
  hold: 'Always hold for approval',
  shadow: 'Shadow: seen by themselves and moderators alone, and they are not told',
};

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
            ? [states[restriction.kind], endOf(restriction.until), restriction.note].filter(Boolean).join(' ')
            : 'From now on, and for comments that they edit. Those that stand are left as they are.'
        }
      />
      {restriction ? (
        <FieldsForm
          action={lift}
          former={restrict}
          isOneOfSeveral
          hidden={{ userId: id }}
          fields={[]}
          submit="Lift the restriction"
          tone="plain"
        />
      ) : (
        <FieldsForm
          action={restrict}
          former={lift}
          isOneOfSeveral
          hidden={{ userId: id }}
          fields={[
            {
              name: 'restriction',
              label: 'New comments',
              kind: 'select',
              value: 'hold',
              options: (['hold', 'shadow'] as const).map((value) => ({ value, label: names[value] })),
            },
            { name: 'note', label: 'Note', maxLength: 300, hint: 'For moderators. Optional.' },
            { name: 'until', label: 'Until', kind: 'date', hint: 'Leave empty for no end date.' },
          ]}
          submit="Restrict"
          tone="plain"
        />
      )}
    </section>
  );
}

function endOf(until: Date | null) {
  return until ? `Until ${shortDay(until, 'UTC')}.` : 'No end date.';
}
