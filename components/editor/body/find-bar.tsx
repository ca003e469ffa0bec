'use client';

import { useText } from '#text';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { find, replaceAllFound, replaceFound, stepFound } from '../tiptap/find';
import type { SelectionState } from '../tiptap/selection';
import { WordTool } from './tool';

type Props = { editor: Editor; found: SelectionState['found']; onClose: () => void };

/** Finds words in the text and replaces them. Enter goes to the next, Shift+Enter to the one before, Escape back to the text. */
export function FindBar({ editor, found, onClose }: Props) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [words, setWords] = useState('');
  const [isExact, setIsExact] = useState(false);
  const [done, setDone] = useState('');
  useEffect(() => field.current?.focus(), []);
  useEffect(() => () => find(editor, { query: '', isExact: false }), [editor]);

  function look(wanted: { query: string; isExact: boolean }) {
    setQuery(wanted.query);
    setIsExact(wanted.isExact);
    setDone('');
    find(editor, wanted);
  }

  function takeKey(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') stepFound(editor, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function replaceAll() {
    const count = replaceAllFound(editor, words);
    setDone(t('{count, plural, one {# place} other {# places}} replaced.', { count }));
  }

  const place = query ? t('{at, number} of {count, number}', found) : '';
  return (
    <search className="find-bar" aria-label={t('Find and replace')}>
      <label>
        <span>{t('Find')}</span>
        <input
          ref={field}
          className="input"
          value={query}
          onChange={(event) => look({ query: event.target.value, isExact })}
          onKeyDown={takeKey}
        />
      </label>
      <label>
        <span>{t('Replace with')}</span>
        <input
          className="input"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && takeKey(event)}
        />
      </label>
      <label className="find-bar__choice">
        <input type="checkbox" checked={isExact} onChange={(event) => look({ query, isExact: event.target.checked })} />
        <span>{t('Match case')}</span>
      </label>
      <div className="tools">
        <WordTool onUse={() => stepFound(editor, -1)}>{t('Previous##found')}</WordTool>
        <WordTool onUse={() => stepFound(editor, 1)}>{t('Next##found')}</WordTool>
        <WordTool onUse={() => replaceFound(editor, words)}>{t('Replace')}</WordTool>
        <WordTool onUse={replaceAll}>{t('Replace all')}</WordTool>
        <WordTool onUse={onClose}>{t('Close')}</WordTool>
      </div>
      <output>{done || place}</output>
    </search>
  );
}
