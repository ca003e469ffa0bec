import type { Editor, NodeViewRenderer } from '@tiptap/core';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { insertBlocks } from './block-commands';
import { actions, blockView, sentence, setAttribute } from './node-views';

/** The slots that an author may choose. */
export type SlotChoices = readonly { id: string; name: string }[];

/** A spot with a choice of slots. It holds a reference, never code. */
export function slotSpotView(t: AdminText, slots: SlotChoices): NodeViewRenderer {
  return (props) => {
    const view = blockView(props, { tag: 'div', kind: 'spot', name: t('Ad slot') });
    const label = document.createElement('label');
    label.className = 'block-view__slot';
    label.contentEditable = 'false';
    const choice = document.createElement('select');
    choice.className = 'select';
    choice.addEventListener('change', () => setAttribute(props, 'slot', choice.value));
    label.append(t('Ad slot'), choice);
    const line = sentence('');
    line.setAttribute('role', 'status');
    view.dom.append(label, line, actions(props, t));
    view.show((node) => {
      const reference = String(node.attrs.slot);
      const known = slots.find(({ id, name }) => id === reference || isSameName(name, reference));
      const options = slots.map(({ id, name }) => new Option(name, id, false, id === known?.id));
      const gone = new Option(reference || t('Choose a slot'), reference, false, true);
      choice.replaceChildren(...(known ? options : [gone, ...options]));
      line.textContent = known
        ? t('Shown here, and nowhere else in this article, while the slot is enabled and has content.')
        : t('There is no such slot: readers see nothing here.');
    });
    return view;
  };
}

/** Inserts a spot for the first slot after the current block. */
export function insertSlotSpot(editor: Editor, slots: SlotChoices) {
  insertBlocks(editor, [editor.schema.nodes.slotSpot!.create({ slot: slots[0]?.id ?? '' })]);
}

function isSameName(name: string, reference: string) {
  return name.trim().toLowerCase() === reference.trim().toLowerCase();
}
