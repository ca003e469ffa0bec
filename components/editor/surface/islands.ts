/**
 * Blocks that are not running text: images, embeds, foreign HTML, tables' neighbours. Each is one element of the sheet
 * that the caret does not enter. Whatever is only there for editing carries data-chrome and never leaves the sheet;
 * what people type lives in attributes and text, so that a snapshot of the sheet's HTML holds all of it.
 */
export type Island = HTMLElement & { dataset: { island: string } };

export function isIsland(node: Node | null | undefined): node is Island {
  return node instanceof HTMLElement && node.dataset.island !== undefined;
}

/** Fields and buttons on the sheet that are not its text. */
export function isChrome(target: EventTarget | null) {
  return target instanceof Element && target.closest('[data-chrome]') !== null;
}

export type ImageSource = { src: string; alt: string; width: number; height: number; mediaId: string };

/** An image with its caption; a figure that is already there is dressed, anything else of it is kept. */
export function imageIsland(image: ImageSource | HTMLElement) {
  const figure = image instanceof HTMLElement ? image : figureFor(image);
  const picture = figure.querySelector('img')!;
  prepare(figure, 'image', 'Image');
  let caption = figure.querySelector('figcaption');
  if (!caption) figure.append((caption = document.createElement('figcaption')));
  caption.contentEditable = 'true';
  caption.dataset.placeholder = 'Caption, if it wants one';
  caption.setAttribute('role', 'textbox');
  caption.setAttribute('aria-label', 'Caption');
  caption.before(
    chrome(
      `<label class="island__alt">Description for those who cannot see it<input data-field="alt" maxlength="1000" placeholder="What does it show?"></label>`,
    ),
  );
  figure.querySelector<HTMLInputElement>('[data-field=alt]')!.setAttribute('value', picture.getAttribute('alt') ?? '');
  figure.append(islandActs());
  return figure;
}

function figureFor({ src, alt, width, height, mediaId }: ImageSource) {
  const figure = document.createElement('figure');
  const picture = document.createElement('img');
  picture.src = src;
  picture.alt = alt;
  if (width) picture.width = width;
  if (height) picture.height = height;
  if (mediaId) picture.dataset.media = mediaId;
  figure.append(picture);
  return figure;
}

/** A picture on its way: shows itself and how far it is. It leaves no trace in the text until it has arrived. */
export function uploadIsland(id: string, file: File) {
  const figure = document.createElement('figure');
  prepare(figure, 'upload', `Uploading ${file.name}`);
  figure.dataset.upload = id;
  const picture = document.createElement('img');
  picture.src = URL.createObjectURL(file);
  picture.alt = '';
  figure.append(picture);
  figure.append(
    chrome(
      `<p class="island__line" role="status"><span data-part="words">Uploading…</span></p><progress class="meter" max="1" value="0" aria-label="Upload"></progress><p class="island__acts"><button type="button" data-act="retry" hidden>Try again</button><button type="button" data-act="remove">Cancel</button></p>`,
    ),
  );
  return figure;
}

export function embedIsland(url: string, existing?: HTMLElement) {
  const figure = existing ?? document.createElement('figure');
  if (!existing) {
    figure.dataset.embed = url;
    const link = document.createElement('a');
    link.href = url;
    link.textContent = url;
    figure.append(link);
  }
  prepare(figure, 'embed', 'Embed');
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
  const line = chrome('<p class="island__line"></p>');
  line.firstElementChild!.textContent = `From ${host}. Readers see a card first and load it with a click.`;
  figure.append(line, islandActs());
  return figure;
}

/** HTML that the sheet has no tools for, byte for byte as it came. */
export function rawIsland(html: string) {
  const block = document.createElement('div');
  prepare(block, 'raw', 'HTML');
  const source = document.createElement('textarea');
  source.dataset.chrome = '';
  source.dataset.field = 'raw';
  source.className = 'island__source';
  source.spellcheck = false;
  source.setAttribute('aria-label', 'HTML');
  source.rows = Math.min(12, html.split('\n').length + 1);
  source.textContent = html;
  const line = chrome('<p class="island__line">HTML, kept as it is</p>');
  block.append(line, source, islandActs());
  return block;
}

export function dividerIsland(existing?: HTMLElement) {
  const rule = existing ?? document.createElement('hr');
  prepare(rule, 'divider', 'Divider');
  return rule;
}

function prepare(element: HTMLElement, kind: string, name: string) {
  element.dataset.island = kind;
  element.contentEditable = 'false';
  element.tabIndex = 0;
  element.setAttribute('aria-label', name);
  if (element.tagName !== 'HR') element.setAttribute('role', 'group');
}

function islandActs() {
  return chrome(
    '<p class="island__acts"><button type="button" data-act="up">Move up</button><button type="button" data-act="down">Move down</button><button type="button" data-act="remove">Remove</button></p>',
  );
}

// Only ever given literals from this file: nothing that anybody typed becomes markup here.
function chrome(html: string) {
  const holder = document.createElement('div');
  holder.dataset.chrome = '';
  holder.innerHTML = html;
  return holder;
}
