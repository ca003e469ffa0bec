'use client';

import { useText } from '#text';
import { ActionForm } from '@/components/comments/action-form';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';

type Props = { add: Action; remove: Action; files: string[] };

const ID = 'verification-files';

/** The files by which services check whose site this is, and a form for a further one. */
export function VerificationFiles({ add, remove, files }: Props) {
  const t = useText();
  return (
    <section className="settings-card" aria-labelledby={ID}>
      <SectionHeader
        id={ID}
        title={t('Verification files')}
        hint={t('For services that look for a file at an address of the site. Browsers run nothing of it.')}
      />
      {/* Outside of the list: its answer stays when the file is gone. */}
      <ActionForm action={remove} id={`${ID}-remove`} at={`#${ID}`}>
        {null}
      </ActionForm>
      {files.length > 0 && (
        <ul className="site-code-list">
          {files.map((name) => (
            <li key={name}>
              <a href={`/${name}`}>{name}</a>
              <button
                className="button"
                form={`${ID}-remove`}
                name="name"
                value={name}
                aria-label={t('Remove {name}', { name })}
              >
                {t('Remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FieldsForm
        action={add}
        submit={t('Add file')}
        tone="plain"
        isOneOfSeveral
        isForNext
        fields={[
          {
            name: 'fileName',
            label: t('File name'),
            maxLength: 120,
            hint: t('Such as google1a2b3c.html or BingSiteAuth.xml.'),
          },
          {
            name: 'fileContent',
            label: t('Content of the file'),
            kind: 'area',
            rows: 3,
            maxLength: 4_000,
          },
        ]}
      />
    </section>
  );
}
