import { allowedAttributes, isColumn } from './allowed';
import { flowOf, grouped, type Flow } from './flow';
import { element, type HtmlElement, type HtmlNode } from './tree';

const MAX_COLUMNS = 3;

/** Two or three columns between the blocks of a text. Inside of a block there are none, nor in a column: their content stays. */
export function columnsOf(node: HtmlElement, flow: Flow): HtmlNode[] {
  if (flow.depth > 0) return flowOf(node.children, { ...flow, paragraphs: true });
  const within: Flow = { ...flow, depth: flow.depth + 1, paragraphs: true };
  const columns = grouped(node.children, isColumn).flatMap((group) => {
    const [first] = group;
    const isNamed = first?.type === 'element' && isColumn(first);
    const children = flowOf(isNamed ? first.children : group, within);
    return isNamed || children.length > 0 ? [children] : [];
  });
  const content = columns.flat();
  if (columns.length < 2 || content.length === 0) return content;
  const shown = columns.slice(0, MAX_COLUMNS);
  shown[MAX_COLUMNS - 1]?.push(...columns.slice(MAX_COLUMNS).flat());
  const attributes = { 'data-columns': String(shown.length), ...allowedAttributes(node) };
  return [
    element(
      'div',
      attributes,
      shown.map((children) => element('div', { 'data-column': '' }, children)),
    ),
  ];
}
