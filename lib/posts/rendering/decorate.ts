import { defaultEmbedLabel, shortAddress } from '@/lib/html/embed-figures';
import { knownEmbed } from '@/lib/html/embeds';
import { element, elementsIn, text, textOf, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { isExternal } from '@/lib/html/urls';
import { labelMark } from './label-marks';

/** Keeps external sites from reaching this window. */
export function decorateLinks(nodes: readonly HtmlNode[], siteHost: string) {
  for (const { name, attributes } of elementsIn(nodes)) {
    if (name !== 'a' || !attributes.href || !isExternal(attributes.href, siteHost)) continue;
    attributes.rel = [attributes.rel, 'noopener'].filter(Boolean).join(' ');
  }
}

/** A scroll container for wide tables, also operable by keyboard. */
export function wrapTable(table: HtmlElement): HtmlElement {
  const caption = table.children.find((child) => child.type === 'element' && child.name === 'caption');
  const label = caption ? textOf([caption]).replace(/\s+/g, ' ').trim() : labelMark('table');
  return element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': label }, [table]);
}

/** A card with a plain link; a script may load the frame on request. */
export function decorateEmbed(figure: HtmlElement) {
  const url = figure.attributes['data-embed'] ?? '';
  const embed = knownEmbed(url);
  const frame: Record<string, string> = embed?.frame ? { 'data-frame': embed.frame } : {};
  figure.attributes = { class: 'embed', 'data-embed': url, ...frame };
  const link = figure.children.find((child) => child.type === 'element' && child.name === 'a');
  if (link?.type !== 'element') return;
  const provider = embed?.provider ?? (URL.canParse(url) ? new URL(url).host : '');
  link.attributes = { ...link.attributes, class: 'embed-link' };
  const isWord = (child: HtmlNode) => child.type === 'text';
  const words = link.children.filter(isWord);
  const isDefault = URL.canParse(url) && textOf(words) === defaultEmbedLabel(url);
  const isNamed = textOf(link.children).toLowerCase().includes(provider.toLowerCase());
  // Without a title of its own, only the address tells one film from the next.
  const about = isDefault ? shortAddress(url) : isNamed ? '' : provider;
  // Feed readers and mail programs have no CSS to separate the two.
  link.children = [
    ...link.children.filter((child) => !isWord(child)),
    element('span', { class: 'embed-title' }, isDefault ? [text(labelMark('openOn', provider))] : words),
    ...(about ? [text(' — '), element('span', { class: 'embed-provider' }, [text(about)])] : []),
  ];
}

export function decorateTasks(item: HtmlElement) {
  const isDone = item.attributes['data-checked'] === 'true';
  const state: Record<string, string> = isDone ? { checked: '' } : {};
  item.attributes = { class: 'task', 'data-checked': String(isDone) };
  const label = labelMark(isDone ? 'taskDone' : 'taskOpen');
  item.children = [
    element('input', { type: 'checkbox', disabled: '', 'aria-label': label, ...state }, []),
    text(' '),
    ...item.children,
  ];
}
