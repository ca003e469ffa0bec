import { Fragment } from '@tiptap/pm/model';
import { MAX_GALLERY } from '@/lib/html/galleries';
import { acceptedImages } from '@/lib/media/accepted';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { addressFrom } from '../document/addresses';
import { bar } from './layout-views';
import { action, actions, blockView, field, markEmpty, sentence, setAttribute, type ViewIn } from './node-views';
import type { ImageSource, UploadFile } from './uploads';
import type { NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core';

export type LibraryChoice = (image: Omit<ImageSource, 'mediaId'>) => void;

/** What the views of media need of the editor around them. */
export type MediaTools = {
  upload: UploadFile;
  /** Lets the author choose an image of the library. */
  choose: (then: LibraryChoice) => void;
  /** What is known of a page; rejects with a sentence. */
  readPage: (address: string) => Promise<{ title: string; text: string; site: string }>;
};

type MediaViewIn = (t: AdminText, tools: MediaTools) => NodeViewRenderer;

export const galleryView: MediaViewIn = (t, tools) => (props) => {
  const content = document.createElement('div');
  content.className = 'block-view__gallery';
  const view = blockView(props, { tag: 'div', kind: 'gallery', name: t('Gallery') }, content);
  const line = sentence('');
  line.setAttribute('role', 'status');
  const files = document.createElement('input');
  Object.assign(files, { type: 'file', accept: acceptedImages, multiple: true, hidden: true });
  files.setAttribute('aria-label', t('Images to insert'));
  const buttons = document.createElement('p');
  buttons.className = 'block-view__choices';
  buttons.append(
    action(t('Upload images'), () => files.click()),
    action(t('Image from the library'), () => tools.choose((image) => addPicture(props, image))),
  );
  files.addEventListener('change', () => {
    const picked = [...(files.files ?? [])];
    files.value = '';
    void uploadAll(props, picked, { t, tools, say: (words) => (line.textContent = words) });
  });
  view.dom.append(bar(props, t, buttons), content, line, files);
  view.show((node) => {
    line.textContent =
      node.childCount < 2 ? t('A gallery has two to twelve pictures.') : t('Readers enlarge a picture with a click.');
  });
  return view;
};

type Uploading = { t: AdminText; tools: MediaTools; say: (words: string) => void };

async function uploadAll(props: NodeViewRendererProps, files: readonly File[], { t, tools, say }: Uploading) {
  const room = MAX_GALLERY - (galleryOf(props)?.node.childCount ?? 0);
  const signal = new AbortController().signal;
  const refusals = files.length > room ? [t('A gallery has two to twelve pictures.')] : [];
  for (const [index, file] of files.slice(0, room).entries()) {
    say(
      t('Uploading {number, number} of {count, number}…', { number: index + 1, count: Math.min(files.length, room) }),
    );
    try {
      const isAdded = addPicture(props, await tools.upload(file, { onProgress: () => {}, signal }));
      if (!isAdded) refusals.push(`${file.name}: ${t('A gallery has two to twelve pictures.')}`);
    } catch (error) {
      const why = error instanceof Error ? t.said(error.message) : t('The image could not be uploaded.');
      refusals.push(`${file.name}: ${why}`);
    }
  }
  say(refusals.join(' '));
}

function galleryOf({ editor, getPos }: NodeViewRendererProps) {
  const at = getPos();
  const node = at === undefined || editor.isDestroyed ? null : editor.state.doc.nodeAt(at);
  return at !== undefined && node?.type.name === 'gallery' ? { at, node } : null;
}

/** Whether there was room for it. */
function addPicture(props: NodeViewRendererProps, { src, alt, width, height }: Omit<ImageSource, 'mediaId'>) {
  const found = galleryOf(props);
  if (!found || found.node.childCount >= MAX_GALLERY) return false;
  const { state, view } = props.editor;
  const image = width && height ? { width: String(width), height: String(height) } : null;
  const figure = state.schema.nodes.figure!.create({ src, alt, image });
  view.dispatch(state.tr.insert(found.at + found.node.nodeSize - 1, Fragment.from(figure)));
  return true;
}

export const playerView: MediaViewIn = (t, tools) => (props) => {
  const isVideo = props.node.attrs.kind === 'video';
  const player = document.createElement(isVideo ? 'video' : 'audio');
  player.controls = true;
  player.preload = 'metadata';
  player.contentEditable = 'false';
  const caption = document.createElement('figcaption');
  const view = blockView(props, { tag: 'figure', kind: 'player', name: isVideo ? t('Video') : t('Audio') }, caption);
  const row = actions(props, t);
  if (isVideo) {
    row.prepend(action(t('Choose a poster'), () => tools.choose(({ src }) => setAttribute(props, 'poster', src))));
  }
  view.dom.append(player, caption, row);
  view.show((node) => {
    const { src, poster } = node.attrs as { src: string; poster: string };
    if (player.getAttribute('src') !== src) player.src = src;
    if (player instanceof HTMLVideoElement) player.poster = poster;
    markEmpty(caption, node, t('Caption (optional)'));
  });
  return view;
};

export const fileView: ViewIn = (t) => (props) => {
  const words = document.createElement('span');
  words.className = 'block-view__words';
  const view = blockView(props, { tag: 'div', kind: 'file', name: t('File') }, words);
  const line = sentence('');
  view.dom.append(words, line, actions(props, t));
  view.show((node) => {
    const { href, facts } = node.attrs as { href: string; facts: string };
    line.textContent = [facts, href.split('/').at(-1)].filter(Boolean).join(' — ');
    markEmpty(words, node, t('What the file is called'));
  });
  return view;
};

export const bookmarkView: MediaViewIn = (t, tools) => (props) => {
  const view = blockView(props, { tag: 'div', kind: 'bookmark', name: t('Bookmark card') });
  const line = sentence('');
  line.setAttribute('role', 'status');
  const names = { url: t('Link address'), title: t('Title'), text: t('Text'), site: t('Name of the site') };
  const fields = Object.entries(names).map(([name, words]) => ({
    name,
    ...field(words, name === 'url' ? 'https://' : ''),
  }));
  const box = document.createElement('div');
  box.className = 'block-view__fields';
  box.contentEditable = 'false';
  box.append(...fields.map(({ label }) => label));
  view.dom.append(bar(props, t), box, line);
  for (const { name, input } of fields) {
    input.dataset.field = name;
    if (name === 'url') input.inputMode = 'url';
    input.addEventListener('keydown', (event) => {
      if (name === 'url' && event.key === 'Enter' && !event.isComposing) void readAddress(input.value);
    });
    input.addEventListener('change', () => {
      if (name !== 'url') setAttribute(props, name, input.value.replace(/\s+/g, ' ').trim());
      else if (input.value !== asked) void readAddress(input.value);
    });
  }
  // Leaving the field after Enter asks for nothing new.
  let asked = '';

  async function readAddress(typed: string) {
    asked = typed;
    const url = addressFrom(typed);
    line.textContent = url || !typed.trim() ? '' : t('Enter a valid URL, such as example.org or /about.');
    if (!url) return;
    setAttribute(props, 'url', url);
    line.textContent = t('Reading the page…');
    try {
      const { title, text, site } = await tools.readPage(url);
      for (const [name, value] of Object.entries({ title, text, site })) if (value) setAttribute(props, name, value);
      line.textContent = '';
    } catch (error) {
      const why = error instanceof Error ? t.said(error.message) : '';
      line.textContent = `${why} ${t('Type the title and text yourself.')}`.trim();
    }
  }

  view.show((node) => {
    for (const { name, input } of fields) {
      if (document.activeElement !== input) input.value = String(node.attrs[name]);
    }
  });
  return view;
};
