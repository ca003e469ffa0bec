import { Fragment, type Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { insertionPoint } from './block-commands';

/** Where the block of one upload goes; of several at one position, in their order. */
type Place = { id: string; at: number; dom: HTMLElement };
type Filled = { fill: string; from: number; to: number; size: number };
type Change = { add: readonly Place[] } | { remove: string } | Filled;
type Places = { places: readonly Place[]; shown: DecorationSet };

const key = new PluginKey<Places>('uploads');

/**
 * The places of uploads, shown by their placeholders, which are not part of the document, of undo or of saving. No edit
 * loses one: if what is around it goes, it moves to the nearest position.
 */
export const uploadPlaces = () =>
  new Plugin<Places>({
    key,
    state: {
      init: () => shownIn([], null),
      apply(tr, before) {
        const change = tr.getMeta(key) as Change | undefined;
        if (!change && (!tr.docChanged || before.places.length === 0)) return before;
        if (change && 'fill' in change) return shownIn(placesAround(before.places, change), tr.doc);
        const moved = before.places.map((place) => ({ ...place, at: mapped(tr, place.at) }));
        if (!change) return shownIn(moved, tr.doc);
        return shownIn('add' in change ? [...moved, ...change.add] : without(moved, change.remove), tr.doc);
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  });

function shownIn(places: readonly Place[], doc: Node | null): Places {
  const widgets = places.map(({ id, at, dom }) =>
    Decoration.widget(at, dom, { side: -1, key: id, stopEvent: () => true, ignoreSelection: true }),
  );
  return { places, shown: doc ? DecorationSet.create(doc, widgets) : DecorationSet.empty };
}

// Before what is inserted there; after a text that replaces the one around it.
function mapped({ mapping }: Transaction, at: number) {
  const { pos, deletedAcross } = mapping.mapResult(at, -1);
  return deletedAcross ? mapping.map(at, 1) : pos;
}

function placesAround(places: readonly Place[], { fill, from, to, size }: Filled) {
  const index = places.findIndex(({ id }) => id === fill);
  const own = places[index];
  const moved = places.map((place, each) => {
    const isBefore = own !== undefined && (place.at < own.at || (place.at === own.at && each < index));
    if (isBefore) return { ...place, at: Math.min(place.at, from) };
    return { ...place, at: Math.max(place.at, to) - to + from + size };
  });
  return without(moved, fill);
}

function without(places: readonly Place[], id: string) {
  return places.filter((place) => place.id !== id);
}

/**
 * Adds places at a position, or after the block that it is in. The caret goes to the line below them, where one may stand,
 * so that what is typed meanwhile follows what arrives.
 */
export function addPlaces({ tr, schema }: EditorState, at: number, added: readonly Omit<Place, 'at'>[]): Transaction {
  const point = insertionPoint(tr.doc.resolve(at), Fragment.from(schema.nodes.figure!.create()));
  const isEmptyLine = point.to > point.from;
  const below = isEmptyLine ? point.from : point.to;
  const $below = tr.doc.resolve(below);
  const line = schema.nodes.paragraph!;
  const isLineBelow = $below.nodeAfter?.type === line && $below.nodeAfter.content.size === 0;
  const hasRoom = $below.parent.canReplaceWith($below.index(), $below.index(), line);
  if (!isLineBelow && hasRoom) tr.insert(below, line.create());
  if (isLineBelow || hasRoom) tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView();
  return tr.setMeta(key, { add: added.map((place) => ({ ...place, at: below })) } satisfies Change);
}

/** Inserts a block where its place is, or at the end of the text if it has none. */
export function fillPlace(state: EditorState, id: string, block: Node): Transaction {
  const { tr } = state;
  const at = key.getState(state)?.places.find((place) => place.id === id)?.at ?? tr.doc.content.size;
  const { from, to } = insertionPoint(tr.doc.resolve(at), Fragment.from(block));
  tr.replaceWith(from, to, block);
  return tr.setMeta(key, { fill: id, from, to, size: block.nodeSize } satisfies Change);
}

export function removePlace({ tr }: EditorState, id: string): Transaction {
  return tr.setMeta(key, { remove: id } satisfies Change);
}
