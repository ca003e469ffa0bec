import { escapeHtml } from '@/lib/html/escaping';
import type { Placement } from '@/lib/slots/placements';
import { adsenseUnit } from './adsense-unit';
import { hasServerCode, wholeIn, type AdFormat, type FoundAd } from './found-ads';
import { childOf, parseXmlTree, type XmlElement } from './xml-tree';

const types: Record<string, Placement> = {
  post_top: 'below-title',
  post_above_headline: 'header',
  post_content: 'in-article',
  post_content_middle: 'in-article',
  post_content_random: 'in-article',
  post_bottom: 'post-end',
  header: 'header',
  footer: 'footer',
  sidebar_widget: 'sidebar',
  archive_pages: 'list',
  sticky_footer: 'sticky-footer',
};

type Place = { name: string; placement: Placement | null; position?: FoundAd['position']; notes: string[] };

/** The XML export of Advanced Ads: ads, their groups and placements. */
export const advancedAds: AdFormat = {
  system: 'Advanced Ads',
  read(text) {
    if (!text.includes('<advads-export')) return null;
    const root = parseXmlTree(text);
    if (root?.name !== 'advads-export') return null;
    const places = itemsIn(childOf(root, 'placements'));
    const publisher = fieldOf(childOf(childOf(root, 'options'), 'advanced-ads-adsense'), 'adsense-id');
    const found = itemsIn(childOf(root, 'ads')).map((ad) => adOf(ad, { places, publisher }));
    return {
      ads: found.flatMap(({ ad }) => (ad ? [ad] : [])),
      left: [...found.flatMap(({ left }) => (left ? [left] : [])), ...groupNotes(childOf(root, 'groups'))],
    };
  },
};

function adOf(ad: XmlElement, { places, publisher }: { places: XmlElement[]; publisher: string }) {
  const name = fieldOf(ad, 'post_title') || `Ad ${fieldOf(ad, 'ID')}`;
  const options = childOf(childOf(ad, 'meta_input'), 'advanced_ads_ad_options');
  const code = codeOf(ad, options, publisher);
  if (code === null) return { left: `“${name}” is of the kind “${fieldOf(options, 'type')}”, which has no code.` };
  if (code.trim() === '') return { left: `“${name}” is empty.` };
  if (hasServerCode(code)) return { left: `“${name}” is PHP, which does not run here.` };
  const [place, ...others] = places.filter((each) => showsAd(each, ad)).map(placeOf);
  const notes = [
    ...(place?.notes ?? []),
    ...others.map((other) => `It was also in “${other.name}”.`),
    ...(fieldOf(ad, 'post_status') === 'publish' ? [] : ['It was a draft.']),
    ...(childOf(options, 'conditions')?.children.length ? ['Its display conditions were not imported.'] : []),
    ...(childOf(options, 'visitors')?.children.length ? ['Its visitor conditions were not imported.'] : []),
    ...(childOf(ad, 'groups') ? ['It rotated with others of its group.'] : []),
  ];
  return { ad: { name, code, placement: place?.placement ?? null, ...positioned(place), notes } satisfies FoundAd };
}

function positioned(place: Place | undefined) {
  return place?.position ? { position: place.position } : {};
}

function codeOf(ad: XmlElement, options: XmlElement | undefined, publisher: string): string | null {
  const content = (childOf(ad, 'post_content')?.text ?? '').replace(/<\/?advads_import_img>/g, '');
  const type = fieldOf(options, 'type') || 'plain';
  if (type === 'adsense') return adsenseOf(content, publisher);
  if (type !== 'image') return ['plain', 'content'].includes(type) ? content : null;
  const source = fieldOf(ad, 'attached_img_url');
  const link = fieldOf(options, 'url');
  if (!source) return '';
  const image = `<img src="${escapeHtml(source)}" alt="">`;
  return link ? `<a href="${escapeHtml(link)}">${image}</a>` : image;
}

// Stored as JSON: the unit, and sometimes whose it is.
function adsenseOf(content: string, publisher: string): string {
  if (!/^\s*\{/.test(content)) return content;
  try {
    const { slotId = '', pubId = '' } = JSON.parse(content) as { slotId?: unknown; pubId?: unknown };
    return adsenseUnit({ client: String(pubId) || publisher, slot: String(slotId) });
  } catch {
    return '';
  }
}

function showsAd(place: XmlElement, ad: XmlElement) {
  const shown = place.children
    .find(({ name, text }) => name === 'item' && /^(?:ad|group)_\d+$/.test(text.trim()))
    ?.text.trim();
  const groups = itemsIn(childOf(ad, 'groups')).map((group) => `group_${fieldOf(group, 'term_id')}`);
  return shown !== undefined && [`ad_${fieldOf(ad, 'ID')}`, ...groups].includes(shown);
}

function placeOf(place: XmlElement): Place {
  const type = fieldOf(place, 'type');
  const name = fieldOf(place, 'name') || type;
  const placement = types[type] ?? null;
  if (type === 'post_content_middle') return { name, placement, position: { after: [], middle: true }, notes: [] };
  if (placement !== 'in-article') return { name, placement, notes: [] };
  const options = childOf(place, 'options');
  const index = wholeIn(fieldOf(options, 'index'), { from: 1, to: 500 });
  const number = index && fieldOf(options, 'position') === 'before' ? index - 1 : index;
  if (!number) return { name, placement, notes: ['Its position in the text is unknown.'] };
  const tag = fieldOf(options, 'tag');
  const notes = tag && tag !== 'p' ? [`It was counted by <${tag}>: check the block number.`] : [];
  return { name, placement, position: { after: [number] }, notes };
}

function groupNotes(groups: XmlElement | undefined) {
  const names = itemsIn(groups).map((group) => `“${fieldOf(group, 'name')}”`);
  return names.length > 0 ? [`Groups are not imported, their ads are, one by one: ${names.join(', ')}.`] : [];
}

function itemsIn(list: XmlElement | undefined) {
  return (list?.children ?? []).filter(({ name }) => name === 'item');
}

function fieldOf(element: XmlElement | undefined, name: string) {
  return childOf(element, name)?.text.trim() ?? '';
}
