import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';

type Props = {
  action: Action;
  lineItem: { slotId: string; id: string; name: string };
  campaign: { name: string } | undefined;
};

/** Deletes a line item; one of a campaign only says why it cannot be. */
export function LineItemDeletion({ action, lineItem: { slotId, id, name }, campaign }: Props) {
  return (
    <section className="slot-own" aria-labelledby="delete">
      <h2 id="delete">Delete</h2>
      {campaign ? (
        <p className="quiet">
          {`The report of the campaign “${campaign.name}” counts this line item. To delete it, choose no campaign and save first.`}
        </p>
      ) : (
        <FieldsForm
          action={action}
          submit="Delete line item"
          tone="danger"
          hidden={{ slotId, lineItemId: id }}
          fields={[]}
          question={{
            title: `Delete “${name}”?`,
            what: 'Its content and its versions are deleted. What was counted of it stays in the figures of the slot. This cannot be undone.',
          }}
        />
      )}
    </section>
  );
}
