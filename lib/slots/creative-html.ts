import { escapeHtml } from '@/lib/html/escaping';
import { imageSources } from '@/lib/images/sources';
import { paths } from '@/lib/web/paths';
import { FRAME_SANDBOX, ORIGIN_SANDBOX } from '@/lib/web/frame-sandbox';
import type { ShownCreative } from './queries';
import type { BoxSizes } from './slot';

const MAX_DENSITY = 3;
const link = { rel: 'sponsored noopener', target: '_blank' };

/** A content as readers' browsers put it into its box when they chose it; null if there is nothing to show of it. */
export function creativeHtml(creative: ShownCreative, slot: Pick<BoxSizes, 'width' | 'mobileWidth'>): string | null {
  const { kind, isolation, linkUrl: href } = creative;
  if (kind === 'text') return tag('a', { class: 'slot__text', href, ...link }, textOf(creative));
  if (isolation === 'in-page') return tag('div', { class: 'slot__host', 'data-code': creative.frame });
  if (kind === 'code') return frameOf(creative);
  const picture = pictureOf(creative, slot.width || slot.mobileWidth);
  return picture && tag('a', { class: 'slot__link', href, ...link }, picture);
}

function frameOf({ frame, frameOrigin, isolation }: ShownCreative) {
  return tag('iframe', {
    class: 'slot__frame',
    loading: 'lazy',
    sandbox: isolation === 'isolated-origin' ? ORIGIN_SANDBOX : FRAME_SANDBOX,
    allow: '',
    scrolling: 'no',
    src: paths.slotFrame(frame, frameOrigin),
  });
}

function textOf({ headline, text, callToAction }: ShownCreative) {
  const parts = [
    tag('strong', { dir: 'auto' }, escapeHtml(headline)),
    text && tag('span', { dir: 'auto' }, escapeHtml(text)),
    callToAction && tag('span', { dir: 'auto', class: 'slot__action' }, escapeHtml(callToAction)),
  ];
  return parts.join('');
}

function pictureOf({ media, alt }: ShownCreative, slotWidth: number) {
  const found = media && imageSources(media.variants.filter(({ width }) => width <= MAX_DENSITY * slotWidth));
  if (!media || !found) return null;
  const { width, height } = media;
  const sizes = `${slotWidth}px`;
  const sources = found.sources.map(({ type, srcSet: srcset }) => tagAlone('source', { type, srcset, sizes }));
  const { src, srcSet: srcset } = found;
  const image = { alt, width, height, decoding: 'async', loading: 'lazy', sizes, srcset, src };
  return tag('picture', {}, [...sources, tagAlone('img', image)].join(''));
}

type Attributes = Record<string, string | number>;

function tag(name: string, attributes: Attributes, inside = '') {
  return `${tagAlone(name, attributes)}${inside}</${name}>`;
}

function tagAlone(name: string, attributes: Attributes) {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`);
  return `<${name}${written.join('')}>`;
}
