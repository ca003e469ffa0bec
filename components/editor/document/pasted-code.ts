import { languageOf } from '@/lib/html/allowed';
import { elementsIn, isBlank, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** The clipboard of a code editor: code in a language, or plain text; null: neither. */
export type PastedCode = { kind: 'code'; language: string | null } | { kind: 'text' } | null;

/** Language names of code editors that highlighting does not know. */
const languages: Record<string, string> = {
  shellscript: 'bash',
  typescriptreact: 'typescript',
  javascriptreact: 'javascript',
  jsonc: 'json',
  html: 'xml',
  vue: 'xml',
  svelte: 'xml',
  xsl: 'xml',
  'objective-c': 'objectivec',
  'objective-cpp': 'objectivec',
  vb: 'vbnet',
  sass: 'scss',
};

const proseModes = new Set(['plaintext', 'markdown', 'mdx', 'latex', 'restructuredtext', 'scminput', 'git-commit']);

/**
 * Recognises copied code. Visual Studio Code and similar editors add `editorData` to the HTML; JetBrains and Sublime
 * Text copy one element with significant white space.
 */
export function readPastedCode(nodes: readonly HtmlNode[], editorData: string): PastedCode {
  const mode = modeIn(editorData);
  if (mode !== null) {
    if (proseModes.has(mode) || mode === '') return { kind: 'text' };
    return { kind: 'code', language: languages[mode] ?? mode };
  }
  const box = onlyBox(nodes);
  if (!box || !keepsSpaces(box)) return null;
  const named = [box, ...elementsIn(box.children)].map(languageOf).find(Boolean);
  return { kind: 'code', language: named ?? null };
}

function modeIn(editorData: string) {
  if (!editorData) return null;
  try {
    const data: unknown = JSON.parse(editorData);
    const mode = typeof data === 'object' && data !== null && 'mode' in data ? data.mode : '';
    return typeof mode === 'string' ? mode : '';
  } catch {
    return null;
  }
}

function onlyBox(nodes: readonly HtmlNode[]): HtmlElement | null {
  const shown = nodes.filter((node) =>
    node.type === 'text' ? !isBlank(node.value) : !['meta', 'link', 'br'].includes(node.name),
  );
  const [only] = shown;
  if (shown.length !== 1 || only?.type !== 'element') return null;
  if (only.name === 'pre' || keepsSpaces(only)) return only;
  return only.name === 'div' ? onlyBox(only.children) : null;
}

function keepsSpaces({ name, attributes }: HtmlElement) {
  if (name === 'pre') return true;
  const style = attributes.style ?? '';
  if (name !== 'div' && name !== 'code') return false;
  if (/(?:^|;)\s*white-space:\s*pre\s*(?:;|$)/i.test(style)) return true;
  return /(?:^|;)\s*white-space:\s*pre-wrap/i.test(style) && /font-family:[^;]*mono/i.test(style);
}
