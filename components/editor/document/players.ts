import type { Node } from '@tiptap/pm/model';
import { element, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { ordered, preservedAttributes, Unknown, type PreservedAttributes } from './preserved-attributes';
import type { HtmlReader } from './html-reader';

type Around = { /** The attributes of its figure; null without one. */ frame: PreservedAttributes; caption: Node[] };

/** Audio or video of one file; with several sources it is not for the editor. */
export function readPlayer(reader: HtmlReader, node: HtmlElement, { frame, caption }: Around): Node {
  const { src, poster = '' } = node.attributes;
  if (!src || node.children.length > 0) throw new Unknown(node.name);
  const media = preservedAttributes(node, { own: ['src', 'poster', 'controls', 'preload'] });
  return reader.node('player', { kind: node.name, src, poster, media, frame }, caption);
}

export function writePlayer(block: Node, line: (parent: Node) => HtmlNode[]): HtmlElement {
  const { kind, src, poster, media, frame } = block.attrs as {
    kind: 'audio' | 'video';
    src: string;
    poster: string;
    media: PreservedAttributes;
    frame: PreservedAttributes;
  };
  const attributes = ordered(kind, { src, poster: poster || null }, media);
  const preload = kind === 'video' ? 'metadata' : 'none';
  const player = element(kind, { ...attributes, controls: '', preload }, []);
  const caption = block.textContent.trim() === '' ? [] : [element('figcaption', {}, line(block))];
  return frame || caption.length > 0 ? element('figure', ordered('figure', frame), [player, ...caption]) : player;
}
