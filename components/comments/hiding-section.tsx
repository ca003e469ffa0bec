import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import type { Commenter } from '@/lib/comments/commenter-queries';

type Props = { commenter: Pick<Commenter, 'id' | 'name' | 'standing' | 'hiding'>; hide: Action; undo: Action };

/** Hides all that somebody has written so far, says how many that are, and undoes it. */
export function HidingSection({ commenter: { id, name, standing, hiding }, hide, undo }: Props) {
  const isOffered = standing > 0 && (hiding === null || hiding.status === 'done');
  return (
    <section className="section" aria-labelledby="hiding-head">
      <SectionHeader
        id="hiding-head"
        title="Earlier comments"
        hint={
          standing === 0
            ? 'None of their comments is shown or awaits approval.'
            : 'Hides all that they have written so far. What was removed before is left as it is.'
        }
      />
      <div className="stack">
        {hiding && <UndoForm hiding={hiding} undo={undo} />}
        {isOffered && (
          <FieldsForm
            action={hide}
            hidden={{ userId: id }}
            fields={[]}
            submit={`Hide all ${counted(standing)}`}
            question={{
              title: `Hide all ${counted(standing)} by ${name}?`,
              what: 'Readers no longer see them. You can undo this for a week.',
            }}
          />
        )}
      </div>
    </section>
  );
}

type UndoProps = { hiding: NonNullable<Commenter['hiding']>; undo: Action };

function UndoForm({ hiding, undo }: UndoProps) {
  if (hiding.status === 'undoing') return <p>{`Being undone: ${counted(hiding.hidden)} left. Reload to see more.`}</p>;
  return (
    <FieldsForm action={undo} hidden={{ hidingId: hiding.id }} fields={[]} submit="Undo hiding" tone="plain">
      <p>{progressOf(hiding)}</p>
    </FieldsForm>
  );
}

function progressOf({ status, hidden, total }: UndoProps['hiding']) {
  if (status === 'done') return `Hidden together: ${counted(hidden)}.`;
  return `Hiding comments: ${hidden.toLocaleString('en')} of ${total.toLocaleString('en')} so far. Reload to see more.`;
}

function counted(count: number) {
  return count === 1 ? '1 comment' : `${count.toLocaleString('en')} comments`;
}
