'use client';

import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { useRef, useState, type FormEvent } from 'react';
import { useLeaveGuard } from '@/components/ui/leave-guard';
import { takesMedia, type UploadWords } from '@/lib/import/importers/upload-words';
import { MAX_UPLOAD_BYTES } from '@/lib/import/running/upload-bounds';

const tooLarge = msg(
  'These files are larger than 4 GB in total. Send the media library in several imports, each with the export.',
);

const mediaHint = msg(
  'An archive of the images and files of the old site, where the export has none. Without it, images remain links to the old site unless they are fetched.',
);

const listHint = msg(
  'A sitemap of the old site, or a text file with one URL per line. The report says which of them work here.',
);

type Props = { action: string; problem: string; words: UploadWords };

/** The upload form. A plain form to a route that streams the files to disk. */
export function UploadForm({ action, problem, words }: Props) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const markSent = useLeaveGuard(form);
  const [isSending, setIsSending] = useState(false);
  const [offersMedia, setOffersMedia] = useState(words.media !== null);
  return (
    <form
      ref={form}
      className="import-form"
      action={action}
      method="post"
      encType="multipart/form-data"
      onChange={(event) => {
        refuseTooLarge(event);
        setOffersMedia(wantsMedia(event.currentTarget, words));
      }}
      onSubmit={() => {
        markSent();
        setIsSending(true);
      }}
    >
      {problem && (
        <p className="notice notice--refused" role="alert">
          {problem}
        </p>
      )}
      <FileField
        name="file"
        label={t('Export')}
        hint={t('Files of {systems}, as they are or in an archive. What they are is recognised by their contents.', {
          systems: new Intl.ListFormat(t.language === 'en' ? 'en-GB' : t.language, { type: 'disjunction' }).format(
            words.formats.map(({ label }) => label),
          ),
        })}
        accept={words.accept}
        isRequired
      />
      <FormatList formats={words.formats} />
      {words.media && offersMedia && (
        <FileField name="media" label={t('Media files')} hint={t(mediaHint)} accept=".zip,.tar,.gz,.tgz" />
      )}
      <label className="check">
        <input type="checkbox" name="fetchFiles" value="yes" />
        <span>{t('Fetch images and files that are not among these from the old site')}</span>
      </label>
      <FileField name="addresses" label={t('List of old addresses')} hint={t(listHint)} accept=".xml,.txt,.gz" />
      <div className="field">
        <label htmlFor="oldUrl">{t('Address of the old site')}</label>
        <p className="field__hint" id="oldUrl-hint">
          {t('Only if the file has the wrong address, for example because the site has moved.')}
        </p>
        <input
          className="input"
          id="oldUrl"
          name="oldUrl"
          type="url"
          placeholder="https://blog.example.org"
          aria-describedby="oldUrl-hint"
        />
      </div>
      <div className="form-actions">
        <button className="button button--primary" name="intent" value="dry-run">
          {t('Preview import')}
        </button>
        <button className="button" name="intent" value="import">
          {t('Import now')}
        </button>
      </div>
      <p role="status">{isSending && t('Uploading the files. Keep this page open until the next one appears.')}</p>
    </form>
  );
}

function FormatList({ formats }: Pick<UploadWords, 'formats'>) {
  const t = useText();
  return (
    <details className="import-formats">
      <summary>{t('Where to find the export')}</summary>
      <dl>
        {formats.map(({ id, label, start, file, media }) => (
          <div key={id}>
            <dt>{label}</dt>
            {[start, file, media].filter(Boolean).map((line) => (
              <dd key={line}>{t.said(line)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

type FieldProps = { name: string; label: string; hint: string; accept: string; isRequired?: boolean };

function FileField({ name, label, hint, accept, isRequired = false }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <p className="field__hint" id={`${name}-hint`}>
        {hint}
      </p>
      <input
        className="input"
        id={name}
        name={name}
        type="file"
        accept={accept}
        multiple
        required={isRequired}
        aria-describedby={`${name}-hint`}
      />
    </div>
  );
}

// Media files that were chosen first stay.
function wantsMedia(form: HTMLFormElement, words: UploadWords) {
  const chosen = (name: string) => [...(form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.files ?? [])];
  return (
    chosen('media').length > 0 ||
    takesMedia(
      words,
      chosen('file').map(({ name }) => name),
    )
  );
}

// Checked before gigabytes are sent in vain; the server checks again.
function refuseTooLarge({ currentTarget }: FormEvent<HTMLFormElement>) {
  const inputs = [...currentTarget.querySelectorAll<HTMLInputElement>('input[type="file"]')];
  const bytes = inputs.flatMap(({ files }) => [...(files ?? [])]).reduce((sum, { size }) => sum + size, 0);
  const isTooMuch = bytes > MAX_UPLOAD_BYTES;
  for (const input of inputs) input.setCustomValidity(isTooMuch && input.files?.length ? tooLarge : '');
}
