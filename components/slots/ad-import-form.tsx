'use client';

import { useText } from '#text';
import { Field, TextArea } from '@/components/ui/field';
import { FormAnswer, useFirstWrong } from '@/components/ui/form-answer';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import type { Action } from '@/components/ui/action-errors';
import type { AdImport, ImportedAd } from '@/lib/import/ad-settings/importing';
import { paths } from '@/lib/web/paths';

/** Takes another system's export, as a file or as pasted text, and says what became of it. */
export function AdImportForm({ action }: { action: Action }) {
  const t = useText();
  const { state, isSending, form } = useFormSubmission(action);
  useFirstWrong(form.ref, state);
  const report = state.values.report ? (JSON.parse(state.values.report) as AdImport) : null;
  return (
    <>
      {report && <Report report={report} />}
      <form {...form} className="fields-form" noValidate>
        <FormAnswer state={state} labels={{ file: t('File'), text: t('Settings') }} />
        <Field
          name="file"
          label={t('File')}
          type="file"
          accept=".xml,.json,.txt"
          hint={t('The XML of Advanced Ads, the JSON of WP QUADS, or the XML of a Blogger theme (Theme, Back up).')}
          error={state.fields.file}
        />
        <TextArea
          name="text"
          label={t('Or paste the settings')}
          hint={t('Ad Inserter shows them as one long text, under Export.')}
          className="textarea slot-code"
          rows={6}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
          defaultValue={state.values.text}
          error={state.fields.text}
        />
        <button className="button button--primary" aria-disabled={isSending}>
          {t('Import##verb')}
        </button>
      </form>
    </>
  );
}

function Report({ report: { imported, left } }: { report: AdImport }) {
  const t = useText();
  return (
    <section aria-labelledby="ad-import-report">
      <h2 id="ad-import-report">{t('Imported')}</h2>
      {imported.length === 0 && <p className="quiet">{t('No ad was imported.')}</p>}
      <ul className="rows">
        {imported.map((ad) => (
          <Imported key={ad.slotId} ad={ad} />
        ))}
      </ul>
      {left.length > 0 && (
        <>
          <h3>{t('Not imported')}</h3>
          <ul>
            {left.map((sentence) => (
              <li key={sentence}>{t.said(sentence)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Imported({ ad: { slotId, name, placement, network, notes } }: { ad: ImportedAd }) {
  const t = useText();
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.slot(slotId)} dir="auto">
          {name}
        </a>
        <p className="row__meta">{[t(placement), network].filter(Boolean).join(' · ')}</p>
        {notes.map((note) => (
          <p key={note} className="row__meta">
            {t.said(note)}
          </p>
        ))}
      </div>
    </li>
  );
}
