import { Mark, markInputRule, type AnyExtension } from '@tiptap/core';

/**
 * What is typed around words to mark them. The signs touch the words: in "2 * 3 * 4" and "a ~~ b ~~ c" they are what
 * they look like.
 */
const typed: Record<string, RegExp[]> = {
  bold: [/(?:^|\s)(\*\*(?!\s)([^*]*[^*\s])\*\*)$/, /(?:^|\s)(__(?!\s)([^_]*[^_\s])__)$/],
  italic: [/(?:^|\s)(\*(?!\s)([^*]*[^*\s])\*)$/, /(?:^|\s)(_(?!\s)([^_]*[^_\s])_)$/],
  strike: [/(?:^|\s)(~~(?!\s)([^~]*[^~\s])~~)$/],
};

/** Bold, italic and strikethrough with these input rules. */
export function withTypedEmphasis(extension: AnyExtension): AnyExtension {
  const rules = typed[extension.name];
  if (!rules || !(extension instanceof Mark)) return extension;
  return extension.extend({
    addInputRules() {
      return rules.map((find) => markInputRule({ find, type: this.type }));
    },
    addPasteRules: () => [],
  });
}
