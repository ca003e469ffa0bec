import { useText } from '#text';
import { ActionForm } from '@/components/comments/action-form';
import { Field, TextArea } from '@/components/ui/field';
import type { FormState } from '@/lib/forms/form-state';
import type { ImporterOption } from '@/lib/import/importer';
import type { ImportChoices } from '@/lib/import/running/receiving';

type Props = {
  id: string;
  choices: ImportChoices;
  /** After a refusal, which a choice may have caused. */
  isOpen: boolean;
  options: readonly Omit<ImporterOption, 'problemWith'>[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** What can be chosen between a preview and the import. */
export function ChoicesForm({ id, choices, isOpen, options, action }: Props) {
  const t = useText();
  return (
    <ActionForm action={action} fields={{ id }} className="import-form">
      <details className="import-choices" open={isOpen}>
        <summary>{t('Change choices')}</summary>
        <Field
          name="oldUrl"
          type="url"
          label={t('Address of the old site')}
          hint={t('Only if the file has the wrong address, for example because the site has moved.')}
          defaultValue={choices.oldUrl}
        />
        <TextArea
          name="authors"
          label={t('Authors')}
          hint={t(
            'Whose account an author gets, one per line, such as Ann=ann@example.org or Ann=ann-harbour. Others get accounts by their e-mail address, or new ones that cannot sign in.',
          )}
          defaultValue={choices.authors.join('\n')}
          rows={3}
        />
        {options.map(({ name, flag, description }) => (
          <Field
            key={name}
            name={name}
            label={flag.split(' ')[0] ?? name}
            hint={t.said(description)}
            defaultValue={choices.options[name] ?? ''}
          />
        ))}
        <label className="check">
          <input type="checkbox" name="fetchFiles" value="yes" defaultChecked={choices.fetchFiles} />
          <span>{t('Fetch images and files that are not among these from the old site')}</span>
        </label>
      </details>
      <div className="form-actions">
        <button className="button button--primary" name="intent" value="import">
          {t('Import now')}
        </button>
        <button className="button" name="intent" value="dry-run">
          {t('Preview again')}
        </button>
      </div>
    </ActionForm>
  );
}
