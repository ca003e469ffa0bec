'use client';

import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
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
import type { SelectionState, MarkName } from '../tiptap/selection';
import type { BlockKind, TableAction } from '../tiptap/node-types';
import { blockGroups, slashItems, type SlashItem } from './slash-items';
import { Tool, walkTools } from './tool';

const kinds: [BlockKind, string][] = [
  ['paragraph', msg('Text')],
  ['heading2', msg('Heading')],
  ['heading3', msg('Heading 3')],
  ['heading4', msg('Heading 4')],
  ['bullets', msg('List')],
  ['numbers', msg('Numbered list')],
  ['quote', msg('Quote')],
  ['pull-quote', msg('Pull quote')],
  ['code', msg('Code')],
];
const marks: [MarkName, string, LucideIcon][] = [
  ['bold', msg('Bold (Ctrl+B)'), Bold],
  ['italic', msg('Italic (Ctrl+I)'), Italic],
  ['strike', msg('Strikethrough (Ctrl+Shift+X)'), Strikethrough],
  ['code', msg('Code (Ctrl+E)'), Code],
];

export type ToolbarActions = {
  setKind: (kind: BlockKind) => void;
  toggleMark: (mark: MarkName) => void;
  askLink: () => void;
  askImageLink: () => void;
  /** Begins a note on the selected words. */
  note: () => void;
  pickImages: () => void;
  /** Another file, or another image of the library, for the selected image. */
  pickReplacement: () => void;
  chooseReplacement: () => void;
  openLibrary: () => void;
  insert: (item: SlashItem) => void;
  changeTable: (action: TableAction) => void;
  describe: (alt: string) => void;
  undo: () => void;
  redo: () => void;
  leave: () => void;
};

type Props = { selection: SelectionState; actions: ToolbarActions };

/** The full toolbar, opened with "Aa" below the text or Alt+F10. */
export function Toolbar({ selection, actions }: Props) {
  const t = useText();
  return (
    <div
      id="tools"
      className="tools"
      role="toolbar"
      tabIndex={-1}
      aria-label={t('Formatting toolbar')}
      aria-controls="body"
      onKeyDown={(event) => walkTools(event, actions.leave)}
    >
      <KindChoice selection={selection} actions={actions} />
      <Marks selection={selection} actions={actions} />
      <Tool name={t('Image')} onUse={actions.pickImages}>
        <ImagePlus aria-hidden size={18} />
      </Tool>
      <Tool name={t('Image from the library')} onUse={actions.openLibrary}>
        <Images aria-hidden size={18} />
      </Tool>
      <InsertMenu insert={actions.insert} />
      <Tool name={t('Undo (Ctrl+Z)')} onUse={actions.undo}>
        <Undo2 aria-hidden size={18} />
      </Tool>
      <Tool name={t('Redo (Ctrl+Shift+Z)')} onUse={actions.redo}>
        <Redo2 aria-hidden size={18} />
      </Tool>
    </div>
  );
}

/** The marks of a text. */
export function Marks({ selection, actions }: Props) {
  const t = useText();
  return (
    <>
      {marks.map(([mark, name, Icon]) => (
        <Tool
          key={mark}
          name={t(name)}
          isPressed={selection.marks.includes(mark)}
          onUse={() => actions.toggleMark(mark)}
        >
          <Icon aria-hidden size={18} />
        </Tool>
      ))}
      <Tool name={t('Link (Ctrl+K)')} isPressed={selection.link !== null} onUse={actions.askLink}>
        <Link aria-hidden size={18} />
      </Tool>
    </>
  );
}

export function KindChoice({ selection, actions }: Props) {
  const t = useText();
  return (
    <select
      className="tools__kind"
      aria-label={t('Block type')}
      value={selection.kind}
      onChange={(event) => {
        const chosen = kinds.find(([kind]) => kind === event.target.value);
        if (chosen) actions.setKind(chosen[0]);
      }}
    >
      {kinds.map(([kind, name]) => (
        <option key={kind} value={kind}>
          {t(name)}
        </option>
      ))}
    </select>
  );
}

function InsertMenu({ insert }: { insert: (item: SlashItem) => void }) {
  const t = useText();
  return (
    <select
      className="tools__kind"
      aria-label={t('Insert a block')}
      value=""
      onChange={(event) => {
        const item = slashItems.find(({ name }) => name === event.target.value);
        if (item) insert(item);
      }}
    >
      <option value="">{t('Insert…')}</option>
      {blockGroups.map((group) => (
        <optgroup key={group} label={t(group)}>
          {slashItems
            .filter((item) => item.group === group && isInserted(item))
            .map(({ name }) => (
              <option key={name} value={name}>
                {t(name)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

// Other blocks are chosen as what the current one is.
function isInserted({ insert: what }: SlashItem) {
  return !('block' in what) || ['table', 'divider', 'pull-quote', 'code', 'note'].includes(what.block);
}
