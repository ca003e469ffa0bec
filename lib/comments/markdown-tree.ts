import type { Definition, Nodes, RootContent } from 'mdast';
import { safeHref } from './html';

/** Targets of references, and the definitions that need no output because a link uses them. */
export type References = { targets: Map<string, string>; used: Set<Definition> };

/** The first definition of a name counts, if its address is a safe link target. */
export function referencesOf(nodes: readonly RootContent[]): References {
  const definitions = new Map<string, Definition>();
  const named = new Set<string>();
  for (const node of walk(nodes)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'linkReference' || node.type === 'imageReference') named.add(node.identifier);
  }
  const leading = [...definitions].filter(([, { url }]) => safeHref(url) !== null);
  return {
    targets: new Map(leading.map(([name, { url }]) => [name, url])),
    used: new Set(leading.filter(([name]) => named.has(name)).map(([, node]) => node)),
  };
}

export function definitionText({ label, identifier, url, title }: Definition) {
  return `[${label ?? identifier}]: ${url}${title ? ` "${title}"` : ''}`;
}

export function sourceOf({ position }: Nodes, source: string) {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

export function textOf(node: Nodes) {
  let text = '';
  for (const one of walk([node])) {
    if ('value' in one) text += one.value;
    else if (one.type === 'image' || one.type === 'imageReference') text += one.alt ?? '';
    else if (one.type === 'break') text += '\n';
  }
  return text;
}

// Iterative: nesting in untrusted text must not overflow the stack.
function* walk(nodes: readonly Nodes[]): Generator<Nodes> {
  const open = nodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    if ('children' in node) open.push(...node.children.toReversed());
  }
}
