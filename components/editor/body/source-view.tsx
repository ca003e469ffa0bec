'use client';

/** The text as HTML. What the editor cannot edit stays as written here. */
export function SourceView({ html, onChange }: { html: string; onChange: (html: string) => void }) {
  return (
    <div className="html-source">
      <label className="quiet" htmlFor="source">
        HTML source
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
