'use client';

import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { isNodeSelection, isTextSelection, type Editor } from '@tiptap/core';
import { useCallback, useState, type ReactNode } from 'react';
import { BubbleMenu } from '@tiptap/react/menus';
import type { SelectionState } from '../tiptap/selection';
import type { TableAction } from '../tiptap/node-types';
import { besideWords, placeOfWords } from './bubble-place';
import { ImageTools } from './image-tools';
import { WordTool, walkTools } from './tool';
import { KindChoice, Marks, type ToolbarActions } from './toolbar';

type Props = { editor: Editor; selection: SelectionState; actions: ToolbarActions };
type Shown = { editor: Editor; element: HTMLElement };

const tableActions: [TableAction, string][] = [
  ['row-above', msg('Insert row above')],
  ['row-below', msg('Insert row below')],
  ['column-before', msg('Insert column before')],
  ['column-after', msg('Insert column after')],
  ['header-row', msg('Header row')],
  ['delete-row', msg('Delete row')],
  ['delete-column', msg('Delete column')],
  ['delete-table', msg('Delete table')],
];

const TEXT_TOOLS = 'textTools';

const above = { placement: 'top', offset: 8, flip: true, shift: { padding: 8 } } as const;

/** Bubble menus for text, tables and inline images. */
export function SelectionTools({ editor, selection, actions }: Props) {
  const t = useText();
  // The same at each drawing, for which the editor would otherwise be told of others.
  const [beside] = useState(() => besideWords(editor));
  const placeOf = useCallback(() => placeOfWords(editor), [editor]);
  return (
    <>
      <BubbleMenu
        editor={editor}
        className="bubble"
        pluginKey={TEXT_TOOLS}
        updateDelay={120}
        shouldShow={isTextChosen}
        getReferencedVirtualElement={placeOf}
        options={beside}
      >
        <Row name={t('Selected text')} actions={actions}>
          <Marks selection={selection} actions={actions} />
          <KindChoice selection={selection} actions={actions} />
          <WordTool onUse={() => (hideTextTools(editor), actions.note())}>{t('Note')}</WordTool>
        </Row>
      </BubbleMenu>
      <BubbleMenu
        editor={editor}
        className="bubble"
        updateDelay={120}
        shouldShow={isInTable}
        getReferencedVirtualElement={() => tableAround(editor)}
        options={{ ...above, placement: 'top-start' }}
      >
        <Row name={t('Table')} actions={actions}>
          {tableActions.map(([formAction, name]) => (
            <WordTool key={formAction} onUse={() => actions.changeTable(formAction)}>
              {t(name)}
            </WordTool>
          ))}
        </Row>
      </BubbleMenu>
      <ImageTools editor={editor} selection={selection} actions={actions} />
      <BubbleMenu editor={editor} className="bubble" shouldShow={isOnInlineImage} options={above}>
        <label className="bubble__field">
          <span>{t('Alt text')}</span>
          <input
            className="input"
            value={selection.alt ?? ''}
            maxLength={1000}
            onChange={(event) => actions.describe(event.target.value)}
          />
        </label>
      </BubbleMenu>
    </>
  );
}

// The selection stays, which alone would keep them.
function hideTextTools({ state, view }: Editor) {
  view.dispatch(state.tr.setMeta(TEXT_TOOLS, 'hide'));
}

function Row({ name, actions, children }: { name: string; actions: ToolbarActions; children: ReactNode }) {
  return (
    <div
      className="tools"
      role="toolbar"
      tabIndex={-1}
      aria-label={name}
      onKeyDown={(event) => walkTools(event, actions.leave)}
    >
      {children}
    </div>
  );
}

function isWorkedOn({ editor, element }: Shown) {
  return editor.view.hasFocus() || element.contains(document.activeElement);
}

function isTextChosen(shown: Shown) {
  const { selection, doc } = shown.editor.state;
  const { parent } = selection.$from;
  const isText = isTextSelection(selection) && doc.textBetween(selection.from, selection.to).trim() !== '';
  return isText && !parent.type.spec.code && isWorkedOn(shown);
}

function isInTable(shown: Shown) {
  const { selection } = shown.editor.state;
  const isPlain = selection.empty || !isTextSelection(selection);
  return isPlain && !isNodeSelection(selection) && shown.editor.isActive('table') && isWorkedOn(shown);
}

function isOnInlineImage(shown: Shown) {
  const { selection } = shown.editor.state;
  return isNodeSelection(selection) && selection.node.type.name === 'inlineImage' && isWorkedOn(shown);
}

function tableAround(editor: Editor) {
  const { node } = editor.view.domAtPos(editor.state.selection.from);
  const table = (node instanceof Element ? node : node.parentElement)?.closest('table');
  return table ? { getBoundingClientRect: () => table.getBoundingClientRect() } : null;
}
