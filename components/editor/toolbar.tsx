'use client';

import { Bold, Code, ImagePlus, Italic, Link, Redo2, Strikethrough, Undo2, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { slashItems, type SlashItem } from './slash-items';
import type { CaretState, MarkName } from './sheet/caret';
import type { BlockKind, TableAct } from './sheet/kinds';

const kinds: [BlockKind, string][] = [
  ['paragraph', 'Text'],
  ['heading2', 'Heading'],
  ['heading3', 'Smaller heading'],
  ['heading4', 'Smallest heading'],
  ['bullets', 'List'],
  ['numbers', 'Numbered list'],
  ['quote', 'Quote'],
  ['pull-quote', 'Pull quote'],
  ['code', 'Code'],
];
const marks: [MarkName, string, LucideIcon][] = [
  ['bold', 'Bold (Ctrl+B)', Bold],
  ['italic', 'Italic (Ctrl+I)', Italic],
  ['strike', 'Struck out', Strikethrough],
  ['code', 'Code (Ctrl+E)', Code],
];
const tableActs: [TableAct, string][] = [
  ['row-below', 'Row below'],
  ['column-after', 'Column after'],
  ['delete-row', 'Delete row'],
  ['delete-column', 'Delete column'],
  ['delete-table', 'Delete table'],
];
export type ToolbarActs = {
  setKind: (kind: BlockKind) => void;
  toggleMark: (mark: MarkName) => void;
  askLink: () => void;
  pickImages: () => void;
  insert: (item: SlashItem) => void;
  changeTable: (act: TableAct) => void;
  undo: () => void;
  redo: () => void;
};

/** The tools over the text: quiet until wanted, and always in the same place. */
export function Toolbar({ caret, acts, children }: { caret: CaretState; acts: ToolbarActs; children: ReactNode }) {
  return (
    <div className="tools" role="toolbar" aria-label="Text tools" aria-controls="body">
      <select
        className="tools__kind"
        aria-label="Kind of block"
        value={caret.kind}
        onChange={(event) => {
          const chosen = kinds.find(([kind]) => kind === event.target.value);
          if (chosen) acts.setKind(chosen[0]);
        }}
      >
        {kinds.map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
      {marks.map(([mark, name, Icon]) => (
        <Tool key={mark} name={name} isPressed={caret.marks.includes(mark)} onUse={() => acts.toggleMark(mark)}>
          <Icon aria-hidden size={18} />
        </Tool>
      ))}
      <Tool name="Link (Ctrl+K)" isPressed={caret.link !== null} onUse={acts.askLink}>
        <Link aria-hidden size={18} />
      </Tool>
      <Tool name="Image" onUse={acts.pickImages}>
        <ImagePlus aria-hidden size={18} />
      </Tool>
      <InsertMenu insert={acts.insert} />
      <Tool name="Undo (Ctrl+Z)" onUse={acts.undo}>
        <Undo2 aria-hidden size={18} />
      </Tool>
      <Tool name="Redo (Ctrl+Shift+Z)" onUse={acts.redo}>
        <Redo2 aria-hidden size={18} />
      </Tool>
      {caret.inTable &&
        tableActs.map(([act, name]) => (
          <button
            key={act}
            type="button"
            className="tools__word"
            onMouseDown={keepCaret}
            onClick={() => acts.changeTable(act)}
          >
            {name}
          </button>
        ))}
      <span className="tools__end">{children}</span>
    </div>
  );
}

function Tool(props: { name: string; isPressed?: boolean; onUse: () => void; children: ReactNode }) {
  const { name, isPressed, onUse, children } = props;
  return (
    <button
      type="button"
      className="tools__tool"
      title={name}
      aria-label={name}
      aria-pressed={isPressed}
      onMouseDown={keepCaret}
      onClick={onUse}
    >
      {children}
    </button>
  );
}

function InsertMenu({ insert }: { insert: (item: SlashItem) => void }) {
  return (
    <select
      className="tools__kind"
      aria-label="Insert a block"
      value=""
      onChange={(event) => {
        const item = slashItems.find(({ name }) => name === event.target.value);
        if (item) insert(item);
      }}
    >
      <option value="">Insert…</option>
      {slashItems
        .filter(
          ({ insert: what }) =>
            'other' in what || ['table', 'divider', 'pull-quote', 'code', 'note'].includes(what.block),
        )
        .map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
    </select>
  );
}

// The text keeps its selection while a tool is pressed.
function keepCaret(event: { preventDefault: () => void }) {
  event.preventDefault();
}
