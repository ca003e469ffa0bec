'use client';

import { useText } from '#text';

/** The text as HTML. What the editor cannot edit stays as written here. */
export function SourceView({ html, onChange }: { html: string; onChange: (html: string) => void }) {
  const t = useText();
  return (
    <div className="html-source">
      <label className="quiet" htmlFor="source">
        {t('HTML source')}
      </label>
      <textarea
        className="textarea html-source__text"
        id="source"
        value={html}
        onChange={(event) => onChange(event.target.value)}
        spellCheck={false}
        rows={24}
      />
    </div>
  );
}
