import { embedOf } from './allowed';
import { blockOf } from './blocks';
import { blocksOf } from './flow';
import { withoutContent, type HtmlNode } from './tree';

const telling = new Set(
  `applet audio button canvas datalist embed form frame iframe img input map math meter object output progress select
   svg table textarea video`.split(/\s+/),
);

/** What sanitising will remove, by the author's names: "form", "script", "onclick". */
export function lossesIn(html: string, nodes: readonly HtmlNode[]): string[] {
  const given = countNames(nodes);
  const left = countNames(blocksOf(structuredClone([...nodes]), blockOf));
  const elements = [...given].filter(([name, count]) => telling.has(name) && (left.get(name) ?? 0) < count);
  const whole = [...html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').matchAll(/<(script|style|template|link|meta)\b/gi)];
  return [
    ...new Set([
      ...elements.map(([name]) => name),
      ...whole.map(([, name = '']) => name.toLowerCase()),
      ...handlersIn(nodes),
    ]),
  ];
}

/** What readers will not get, and what to do instead; "" if nothing is lost. `language`: in which the names are listed. */
export function lossSentence(names: readonly string[], language = 'en') {
  if (names.length === 0) return '';
  const list = new Intl.ListFormat(language).format(names);
  return `Readers will see this without: ${list}. A post cannot contain forms, scripts or their styles. Link to a page that has them, or put the code into a slot.`;
}

function countNames(nodes: readonly HtmlNode[], counts = new Map<string, number>()) {
  for (const node of nodes) {
    if (node.type === 'text') continue;
    if (!withoutContent.has(node.name) && !embedOf(node)) counts.set(node.name, (counts.get(node.name) ?? 0) + 1);
    countNames(node.children, counts);
  }
  return counts;
}

function handlersIn(nodes: readonly HtmlNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [];
    const names = Object.keys(node.attributes).filter((name) => /^on[a-z]+$/.test(name));
    return [...names, ...handlersIn(node.children)];
  });
}
