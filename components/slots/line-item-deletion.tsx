import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';

type Props = {
  action: Action;
  lineItem: { slotId: string; id: string; name: string };
  campaign: { name: string } | undefined;
};

/** Deletes a line item; one of a campaign only says why it cannot be. */
export function LineItemDeletion({ action, lineItem: { slotId, id, name }, campaign }: Props) {
  const t = useText();
  return (
    <section className="slot-own" aria-labelledby="delete">
      <h2 id="delete">{t('Delete')}</h2>
      {campaign ? (
        <p className="quiet">
          {t(
            'The report of the campaign “{name}” counts this line item. To delete it, choose no campaign and save first.',
            { name: campaign.name },
          )}
        </p>
      ) : (
        <FieldsForm
          action={action}
          submit={t('Delete line item')}
          tone="danger"
          hidden={{ slotId, lineItemId: id }}
          fields={[]}
          question={{
            title: t('Delete “{name}”?', { name }),
            what: t(
              'Its content and its versions are deleted. What was counted of it stays in the figures of the slot. This cannot be undone.',
            ),
          }}
        />
      )}
    </section>
  );
}
