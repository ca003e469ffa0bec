'use client';

import { useText } from '#text';
import type { ComponentProps } from 'react';
import { ShortcutHelp } from '@/components/admin/shortcut-help';
import { editorKeys } from '../editor-keys';
import type { SelectionState } from '../tiptap/selection';
import { FindBar } from './find-bar';
import { Toolbar, type ToolbarActions } from './toolbar';

type FooterProps = {
  refusal: string;
  count: string;
  selection: SelectionState;
  actions: ToolbarActions;
  hasTools: boolean;
  isSource: boolean;
  onTools: () => void;
  onFind: () => void;
  /** What the find bar needs, while it is open. */
  finding: ComponentProps<typeof FindBar> | null;
  onSource: () => void;
};

/** The word count, the toolbar and the HTML source, and why something was refused. */
export function EditorFooter({
  refusal,
  count,
  selection,
  actions,
  hasTools,
  isSource,
  onTools,
  onFind,
  finding,
  onSource,
}: FooterProps) {
  const t = useText();
  return (
    <>
      {refusal && (
        <p className="notice notice--refused" role="alert">
          {refusal}
        </p>
      )}
      <div className="editor-footer">
        {finding && <FindBar {...finding} />}
        {hasTools && <Toolbar selection={selection} actions={actions} />}
        <div className="editor-footer__line">
          <span className="editor-footer__count">{count}</span>
          <button
            type="button"
            className="tools__word editor-footer__format"
            aria-label={t('Formatting toolbar')}
            aria-expanded={hasTools}
            disabled={isSource}
            onClick={onTools}
          >
            {t('Aa')}
          </button>
          <button
            type="button"
            className="tools__word"
            aria-expanded={finding !== null}
            disabled={isSource}
            onClick={onFind}
          >
            {t('Find')}
          </button>
          <button type="button" className="tools__word" aria-pressed={isSource} onClick={onSource}>
            {t('HTML')}
          </button>
          <ShortcutHelp groups={editorKeys} />
        </div>
      </div>
    </>
  );
}
