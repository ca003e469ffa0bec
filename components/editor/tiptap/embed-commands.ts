import type { Editor } from '@tiptap/core';
import { defaultEmbedLabel } from '@/lib/html/embed-figures';
import { knownEmbed } from '@/lib/html/embeds';
import { readPage } from '../body/read-page';
import { insertBlocks } from './block-commands';

/** Inserts an embed for an address, whether or not its provider is known, and asks for its title and picture. */
export function insertEmbed(editor: Editor, address: string) {
  const url = knownEmbed(address)?.url ?? address;
  const label = defaultEmbedLabel(url);
  insertBlocks(editor, [editor.schema.nodes.embed!.create({ url, label })]);
  void describe(editor, url, label);
}

// What cannot be read stays as it was inserted: a card with the name of its provider.
async function describe(editor: Editor, url: string, label: string) {
  const page = await readPage(url).catch(() => null);
  if (!page || editor.isDestroyed) return;
  const { tr } = editor.state;
  tr.doc.descendants((node, at) => {
    const { type, attrs } = node;
    if (type.name !== 'embed' || attrs.url !== url || attrs.label !== label || attrs.poster) return;
    tr.setNodeMarkup(at, null, { ...attrs, label: page.title || label, poster: page.poster });
  });
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false));
}
