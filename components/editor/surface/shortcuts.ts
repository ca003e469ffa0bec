/** Kinds of block that a Markdown beginning, the "/" menu or the toolbar can make. */
export type BlockKind =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'pull-quote'
  | 'code'
  | 'divider'
  | 'table';

export type Mark = 'strong' | 'em' | 'code' | 's';

const beginnings: [RegExp, BlockKind][] = [
  [/^#{1,2}$/, 'heading2'],
  [/^#{3}$/, 'heading3'],
  [/^#{4}$/, 'heading4'],
  [/^[-*+]$/, 'bullets'],
  [/^1[.)]$/, 'numbers'],
  [/^>$/, 'quote'],
];

/** What the text before a just-typed space makes of its paragraph, as in Markdown. */
export function blockShortcut(textBefore: string): BlockKind | null {
  return beginnings.find(([pattern]) => pattern.test(textBefore))?.[1] ?? null;
}

/** What a line makes of itself when Enter is pressed at its end. */
export function lineShortcut(line: string): { kind: 'divider' } | { kind: 'code'; language: string } | null {
  if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(line)) return { kind: 'divider' };
  const fence = /^```([\w+#-]*)$/.exec(line);
  return fence ? { kind: 'code', language: (fence[1] ?? '').toLowerCase() } : null;
}

const marks: [RegExp, Mark][] = [
  [/(?:^|[^*])(\*\*([^\s*](?:[^*]*[^\s*])?)\*\*)$/, 'strong'],
  [/(?:^|[^\w_])(__([^\s_](?:[^_]*[^\s_])?)__)$/, 'strong'],
  [/(?:^|[^*])(\*([^\s*](?:[^*]*[^\s*])?)\*)$/, 'em'],
  [/(?:^|[^\w_])(_([^\s_](?:[^_]*[^\s_])?)_)$/, 'em'],
  [/(?:^|[^~])(~~([^\s~](?:[^~]*[^\s~])?)~~)$/, 's'],
  [/(?:^|[^`])(`([^`]+)`)$/, 'code'],
];

/** A run of text whose Markdown marks have just been closed: how much of the text before the caret, and what it says. */
export function markShortcut(textBefore: string): { mark: Mark; length: number; text: string } | null {
  for (const [pattern, mark] of marks) {
    const found = pattern.exec(textBefore);
    if (found) return { mark, length: (found[1] ?? '').length, text: found[2] ?? '' };
  }
  return null;
}
