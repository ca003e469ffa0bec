'use client';

import {
  Bold,
  Code,
  ImagePlus,
  Images,
  Italic,
  Link,
  Redo2,
  Strikethrough,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { CaretState, MarkName } from './sheet/caret';
import type { BlockKind, TableAct } from './sheet/kinds';
import { slashItems, type SlashItem } from './slash-items';
import { Tool, walkTools } from './tool';

const kinds: [BlockKind, string][] = [
  ['paragraph', 'Text'],
  ['heading2', 'Heading'],
  ['heading3', 'Heading 3'],
  ['heading4', 'Heading 4'],
  ['bullets', 'List'],
  ['numbers', 'Numbered list'],
  ['quote', 'Quote'],
  ['pull-quote', 'Pull quote'],
  ['code', 'Code'],
];
const marks: [MarkName, string, LucideIcon][] = [
  ['bold', 'Bold (Ctrl+B)', Bold],
  ['italic', 'Italic (Ctrl+I)', Italic],
  ['strike', 'Strikethrough (Ctrl+Shift+X)', Strikethrough],
  ['code', 'Code (Ctrl+E)', Code],
];

export type ToolbarActs = {
  setKind: (kind: BlockKind) => void;
  toggleMark: (mark: MarkName) => void;
  askLink: () => void;
  pickImages: () => void;
  openLibrary: () => void;
  insert: (item: SlashItem) => void;
  changeTable: (act: TableAct) => void;
  describe: (alt: string) => void;
  undo: () => void;
  redo: () => void;
  leave: () => void;
};

type Props = { caret: CaretState; acts: ToolbarActs };

/** All tools in a row, for whoever asks for them: by "Aa" at the foot of the sheet, or by Alt+F10. */
export function Toolbar({ caret, acts }: Props) {
  return (
    <div
      id="tools"
      className="tools"
      role="toolbar"
      tabIndex={-1}
      aria-label="Formatting toolbar"
      aria-controls="body"
      onKeyDown={(event) => walkTools(event, acts.leave)}
    >
      <KindChoice caret={caret} acts={acts} />
      <Marks caret={caret} acts={acts} />
      <Tool name="Image" onUse={acts.pickImages}>
        <ImagePlus aria-hidden size={18} />
      </Tool>
      <Tool name="Image from the library" onUse={acts.openLibrary}>
        <Images aria-hidden size={18} />
      </Tool>
      <InsertMenu insert={acts.insert} />
      <Tool name="Undo (Ctrl+Z)" onUse={acts.undo}>
        <Undo2 aria-hidden size={18} />
      </Tool>
      <Tool name="Redo (Ctrl+Shift+Z)" onUse={acts.redo}>
        <Redo2 aria-hidden size={18} />
      </Tool>
    </div>
  );
}

/** What a piece of text can be marked as. */
export function Marks({ caret, acts }: Props) {
  return (
    <>
      {marks.map(([mark, name, Icon]) => (
        <Tool key={mark} name={name} isPressed={caret.marks.includes(mark)} onUse={() => acts.toggleMark(mark)}>
          <Icon aria-hidden size={18} />
        </Tool>
      ))}
      <Tool name="Link (Ctrl+K)" isPressed={caret.link !== null} onUse={acts.askLink}>
        <Link aria-hidden size={18} />
      </Tool>
    </>
  );
}

export function KindChoice({ caret, acts }: Props) {
  return (
    <select
      className="tools__kind"
      aria-label="Block type"
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
          <option key={name} value={name}>
            {name}
          </option>
        ))}
    </select>
  );
}
