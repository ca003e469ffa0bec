'use client';

import { useText } from '#text';
import type { Text } from '@/components/text/text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { useFormAction } from '@/components/ui/use-form-action';
import { placementFacts, placements } from '@/lib/slots/placements';

const name = (t: Text) => ({ name: 'name', label: t('Name'), maxLength: 80 });

/** The form for a slot of one's own. */
export function NewSlot({ action }: { action: Action }) {
  const t = useText();
  const options = placements.map((placement) => ({ value: placement, label: t(placementFacts[placement].name) }));
  return (
    <section className="slot-own" aria-labelledby="new-slot">
      <h2 id="new-slot">{t('Add a slot')}</h2>
      <p className="quiet">
        {t(
          'A placement can have several slots. They stand one after another, and in the article never in the same gap.',
        )}
      </p>
      <FieldsForm
        action={action}
        submit={t('Add slot')}
        tone="plain"
        fields={[
          { ...name(t), hint: t('Staff see it, authors who choose a slot for an article, and advertisers.') },
          { kind: 'select', name: 'placement', label: t('Placement'), value: 'in-article', options },
        ]}
      />
    </section>
  );
}

type Props = {
  slot: { id: string; name: string; isShipped: boolean };
  /** The slots of its placement, in their order. */
  order: { id: string; name: string }[];
  actions: { rename: Action; move: Action; remove: Action };
};

/** A slot's name and order, and its deletion. */
export function SlotManagement({ slot, order, actions }: Props) {
  const t = useText();
  const hidden = { slotId: slot.id };
  return (
    <section className="slot-own" aria-labelledby="manage">
      <h2 id="manage">{t('Name and order')}</h2>
      <FieldsForm
        key={slot.name}
        action={actions.rename}
        submit={t('Rename')}
        tone="plain"
        isOneOfSeveral
        hidden={hidden}
        fields={[{ ...name(t), value: slot.name }]}
      />
      {order.length > 1 && <Order slotId={slot.id} order={order} action={actions.move} />}
      {!slot.isShipped && (
        <FieldsForm
          action={actions.remove}
          submit={t('Delete slot')}
          tone="danger"
          hidden={hidden}
          fields={[]}
          question={{
            title: t('Delete “{name}”?', { name: slot.name }),
            what: t(
              'Its content, its versions and its statistics are deleted, and advertisers no longer find them in their reports. This cannot be undone.',
            ),
          }}
        />
      )}
    </section>
  );
}

function Order({ slotId, order, action }: { slotId: string; order: Props['order']; action: Action }) {
  const t = useText();
  const [state, formAction, isSending] = useFormAction(action);
  const at = order.findIndex(({ id }) => id === slotId);
  return (
    <form action={formAction}>
      <FormAnswer state={state} />
      <p className="quiet">{t('The slots of this placement, in their order:')}</p>
      <ol className="slot-own__order">
        {order.map(({ id, name }) => (
          <li key={id} dir="auto" aria-current={id === slotId ? 'true' : undefined}>
            {name}
          </li>
        ))}
      </ol>
      <input type="hidden" name="slotId" value={slotId} />
      <p className="form-actions">
        {at > 0 && (
          <button className="button" name="way" value="up" aria-disabled={isSending}>
            {t('Move up')}
          </button>
        )}
        {at < order.length - 1 && (
          <button className="button" name="way" value="down" aria-disabled={isSending}>
            {t('Move down')}
          </button>
        )}
      </p>
    </form>
  );
}
