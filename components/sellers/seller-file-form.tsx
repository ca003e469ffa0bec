'use client';

import { useText } from '#text';
import { useState } from 'react';
import { TextArea } from '@/components/ui/field';
import { FormAnswer } from '@/components/ui/form-answer';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import type { Action } from '@/components/ui/action-errors';
import type { FormState } from '@/lib/forms/form-state';
import type { SellerFile } from '@/lib/sellers/ads-txt';
import type { Finding } from '@/lib/sellers/findings';

type Props = { action: Action; file: SellerFile; text: string; findings: Finding[] };

/** The raw text of a file, with what crawlers would make of it. */
export function SellerFileForm({ action, file, text, findings }: Props) {
  const t = useText();
  const { state, isSending, form } = useFormSubmission(action, { permalink: '#seller-file' });
  const { values } = state;
  const { before, onChange } = useBefore(text, state);
  return (
    <form {...form} id="seller-file" className="fields-form" noValidate>
      <FormAnswer state={state} labels={{ text: t('Lines') }} />
      <input type="hidden" name="file" value={file} />
      <input type="hidden" name="before" value={values.before ?? before} />
      <TextArea
        name="text"
        label={t('Lines')}
        className="textarea slot-code"
        rows={10}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        dir="ltr"
        onChange={onChange}
        defaultValue={values.text ?? text}
        error={state.fields.text}
      />
      <Findings findings={findings} />
      <button className="button" aria-disabled={isSending}>
        {t('Save file')}
      </button>
    </form>
  );
}

/** The stored text that the typed one began with: another form of the page may change the file meanwhile. */
function useBefore(text: string, saved: FormState) {
  const [before, setBefore] = useState(text);
  const [typedAfter, setTypedAfter] = useState<FormState | null>(null);
  const isTyped = typedAfter !== null && (saved.status !== 'done' || typedAfter === saved);
  if (!isTyped && before !== text) setBefore(text);
  return { before, onChange: () => setTypedAfter(saved) };
}

function Findings({ findings }: { findings: Finding[] }) {
  const t = useText();
  if (findings.length === 0) return null;
  return (
    <ul className="slot-findings" aria-label={t('Remarks on the stored file')}>
      {findings.map(({ line, tone, words }) => (
        <li key={`${line} ${words}`} data-tone={tone === 'wrong' ? 'warning' : 'note'}>
          {line === null ? t.said(words) : t('Line {line}: {words}', { line, words: t.said(words) })}
        </li>
      ))}
    </ul>
  );
}
