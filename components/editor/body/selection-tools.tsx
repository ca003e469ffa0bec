'use client';

import { isNodeSelection, isTextSelection, type Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import { BubbleMenu } from '@tiptap/react/menus';
import type { SelectionState } from '../tiptap/selection';
import type { TableAction } from '../tiptap/node-types';
import { WordTool, walkTools } from './tool';
import { KindChoice, Marks, type ToolbarActions } from './toolbar';

type Props = { editor: Editor; selection: SelectionState; actions: ToolbarActions };
type Shown = { editor: Editor; element: HTMLElement };

const tableActions: [TableAction, string][] = [
  ['row-above', 'Insert row above'],
  ['row-below', 'Insert row below'],
  ['column-before', 'Insert column before'],
  ['column-after', 'Insert column after'],
  ['header-row', 'Header row'],
  ['delete-row', 'Delete row'],
  ['delete-column', 'Delete column'],
  ['delete-table', 'Delete table'],
];

const above = { placement: 'top', offset: 8, flip: true, shift: { padding: 8 } } as const;

/** Bubble menus for text, tables and inline images. */
export function SelectionTools({ editor, selection, actions }: Props) {
  return (
    <>
      <BubbleMenu editor={editor} className="bubble" updateDelay={120} shouldShow={isTextChosen} options={above}>
        <Row name="Selected text" actions={actions}>
          <Marks selection={selection} actions={actions} />
          <KindChoice selection={selection} actions={actions} />
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
        <Row name="Table" actions={actions}>
          {tableActions.map(([formAction, name]) => (
            <WordTool key={formAction} onUse={() => actions.changeTable(formAction)}>
              {name}
            </WordTool>
          ))}
        </Row>
      </BubbleMenu>
      <BubbleMenu editor={editor} className="bubble" shouldShow={isOnInlineImage} options={above}>
        <label className="bubble__field">
          Alt text
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
