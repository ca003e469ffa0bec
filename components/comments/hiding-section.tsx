import { useText } from '#text';
import type { Text } from '@/components/text/text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import type { Commenter } from '@/lib/comments/commenter-queries';

type Props = { commenter: Pick<Commenter, 'id' | 'name' | 'standing' | 'hiding'>; hide: Action; undo: Action };

/** Hides all that a person has written so far, says how many that are, and undoes it. */
export function HidingSection({ commenter: { id, name, standing, hiding }, hide, undo }: Props) {
  const t = useText();
  const isOffered = standing > 0 && (hiding === null || hiding.status === 'done');
  return (
    <section className="section" aria-labelledby="hiding-head">
      <SectionHeader
        id="hiding-head"
        title={t('Earlier comments')}
        hint={
          standing === 0
            ? t('None of their comments is shown or awaits approval.')
            : t('Hides all that they have written so far. What was removed before is left as it is.')
        }
      />
      <div className="stack">
        {hiding && <UndoForm hiding={hiding} undo={undo} />}
        {isOffered && (
          <FieldsForm
            action={hide}
            hidden={{ userId: id }}
            fields={[]}
            submit={t('Hide all {count, plural, one {1 comment} other {# comments}}', { count: standing })}
            question={{
              title: t('Hide all {count, plural, one {1 comment} other {# comments}} by {name}?', {
                count: standing,
                name,
              }),
              what: t('Readers no longer see them. You can undo this for a week.'),
            }}
          />
        )}
      </div>
    </section>
  );
}

type UndoProps = { hiding: NonNullable<Commenter['hiding']>; undo: Action };

function UndoForm({ hiding, undo }: UndoProps) {
  const t = useText();
  if (hiding.status === 'undoing') {
    return (
      <p>
        {t('Being undone: {count, plural, one {1 comment} other {# comments}} left. Reload to see more.', {
          count: hiding.hidden,
        })}
      </p>
    );
  }
  return (
    <FieldsForm action={undo} hidden={{ hidingId: hiding.id }} fields={[]} submit={t('Undo hiding')} tone="plain">
      <p>{progressOf(hiding, t)}</p>
    </FieldsForm>
  );
}

function progressOf({ status, hidden, total }: UndoProps['hiding'], t: Text) {
  if (status === 'done') {
    return t('Hidden together: {count, plural, one {1 comment} other {# comments}}.', { count: hidden });
  }
  return t('Hiding comments: {hidden} of {total} so far. Reload to see more.', {
    hidden: hidden.toLocaleString(t.language),
    total: total.toLocaleString(t.language),
  });
}
