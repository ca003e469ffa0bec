import { element, elementsIn, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** A figure whose text is the address of what it embeds (cards.ts). */
export function isEmbed({ attributes }: HtmlElement) {
  return attributes.class === 'kg-embed-address';
}

/** What a card of a rendered text (kg-*) means here; null for other elements. */
export function unwrap(node: HtmlElement): HtmlNode[] | null {
  const classes = new Set((node.attributes.class ?? '').split(/\s+/));
  if (isSyntaxOfNote(node)) return [];
  for (const [name, write] of Object.entries(cards)) if (classes.has(name)) return write(node);
  return null;
}

const cards: Record<string, (node: HtmlElement) => HtmlNode[]> = {
  'kg-gallery-container': (node) => [element('div', { 'data-gallery': '' }, imagesIn(node))],
  'kg-bookmark-card': bookmarkOf,
  'kg-callout-card': (node) => [element('aside', { 'data-callout': 'note' }, [element('p', {}, calloutWords(node))])],
  'kg-toggle-card': (node) => [
    element('details', {}, [
      element('summary', {}, partOf(node, 'kg-toggle-heading-text')?.children ?? []),
      ...(partOf(node, 'kg-toggle-content')?.children ?? []),
    ]),
  ],
  'kg-button-card': (node) => {
    const link = elementsIn(node.children).find(({ name }) => name === 'a');
    return link ? [element('p', { 'data-button': '' }, [element('a', link.attributes, [text(wordsOf(link))])])] : [];
  },
  'kg-file-card': fileOf,
  'kg-audio-card': (node) => playerOf(node, 'audio'),
  'kg-video-card': (node) => playerOf(node, 'video'),
  'kg-signup-card': () => [],
  'kg-cta-card': (node) => [element('aside', { 'data-callout': 'note' }, node.children)],
};

function isSyntaxOfNote({ name, attributes }: HtmlElement) {
  return name === 'a' && attributes.class === 'footnote-backref';
}

function partOf(node: HtmlElement, name: string) {
  return elementsIn(node.children).find((one) => (one.attributes.class ?? '').split(/\s+/).includes(name)) ?? null;
}

function wordsOf(node: HtmlElement | null) {
  return node ? textOf(node.children).replace(/\s+/g, ' ').trim() : '';
}

function imagesIn(node: HtmlElement) {
  return elementsIn(node.children)
    .filter(({ name }) => name === 'img')
    .map((image) => element('figure', {}, [image]));
}

function calloutWords(node: HtmlElement): HtmlNode[] {
  const emoji = wordsOf(partOf(node, 'kg-callout-emoji'));
  const words = partOf(node, 'kg-callout-text')?.children ?? [];
  return emoji ? [text(`${emoji} `), ...words] : words;
}

function captionOf(node: HtmlElement): HtmlNode[] {
  const caption = elementsIn(node.children).find(({ name }) => name === 'figcaption');
  return caption ? [element('p', {}, caption.children)] : [];
}

function bookmarkOf(node: HtmlElement): HtmlNode[] {
  const href = partOf(node, 'kg-bookmark-container')?.attributes.href;
  if (!href) return node.children;
  const title = wordsOf(partOf(node, 'kg-bookmark-title')) || href;
  const about = wordsOf(partOf(node, 'kg-bookmark-description'));
  const site = wordsOf(partOf(node, 'kg-bookmark-publisher')) || wordsOf(partOf(node, 'kg-bookmark-author'));
  const lines = [
    element('p', {}, [element('a', { href }, [text(title)])]),
    ...(about ? [element('p', {}, [text(about)])] : []),
    ...(site ? [element('p', {}, [element('small', {}, [text(site)])])] : []),
  ];
  return [element('aside', { 'data-bookmark': '' }, lines), ...captionOf(node)];
}

function fileOf(node: HtmlElement): HtmlNode[] {
  const href = partOf(node, 'kg-file-card-container')?.attributes.href;
  if (!href) return node.children;
  const title = wordsOf(partOf(node, 'kg-file-card-title')) || wordsOf(partOf(node, 'kg-file-card-filename')) || href;
  const about = wordsOf(partOf(node, 'kg-file-card-caption'));
  return [
    element('p', { 'data-file': '' }, [element('a', { href }, [text(title)])]),
    ...(about ? [element('p', {}, [text(about)])] : []),
  ];
}

// Around the element there are the buttons of its own player.
function playerOf(node: HtmlElement, name: string): HtmlNode[] {
  const player = elementsIn(node.children).find((one) => one.name === name);
  if (!player) return node.children;
  const title = wordsOf(partOf(node, `kg-${name}-title`));
  return [
    ...(title ? [element('p', {}, [element('strong', {}, [text(title)])])] : []),
    element(name, player.attributes, player.children),
    ...captionOf(node),
  ];
}
