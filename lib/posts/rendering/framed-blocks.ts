import { createHash } from 'node:crypto';
import { FRAMED, framedOf } from '@/lib/html/framed';
import { element, elementsIn, type HtmlNode } from '@/lib/html/tree';
import { FRAME_SANDBOX } from '@/lib/web/frame-sandbox';
import { labelMark } from './label-marks';

const stored = new RegExp(`<div ${FRAMED}="[^"]*"[^>]*><pre>([^<]*)</pre></div>`, 'g');

/** What the address of a frame knows its code by: who does not know the code does not know the address. */
export function frameHashOf(code: string) {
  return createHash('sha256').update(code).digest('hex').slice(0, 32);
}

/** The code of each frame in a stored body, without parsing it. */
export function framedCodeOf(bodyHtml: string) {
  return [...bodyHtml.matchAll(stored)].map(([, code = '']) =>
    code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim(),
  );
}

/** Puts frames of a fixed height in the place of code that runs in one. Modifies the nodes. */
export function placeFrames(nodes: readonly HtmlNode[]) {
  for (const node of elementsIn(nodes)) {
    const framed = framedOf(node);
    if (!framed) continue;
    const { code, height, title } = framed;
    node.attributes = { class: 'framed', 'data-instead': labelMark('frameInstead') };
    const attributes = {
      src: `/_s/b/${labelMark('ownPost')}/${frameHashOf(code)}`,
      title: title || labelMark('frame'),
      sandbox: FRAME_SANDBOX,
      width: '100%',
      height: String(height),
      loading: 'lazy',
    };
    node.children = [element('iframe', attributes, [])];
  }
}
