import { argumentsOf, codeIn, type TemplateTag } from './templates';
import { knownTag, unknownTag, type TagContext } from './shortcodes';

const imported = /^import\s+(?:([A-Za-z_$][\w$]*)\s+from\s+)?[^;\n]{0,500}?["']([^"'\n]{1,500})["'];?[ \t]*$/gm;
const exported = /^export\s+(?:const|let|default|function)\b[^\n]*$/gm;
const remark = /\{\/\*[\s\S]{0,4000}?\*\/\}/g;
const tag =
  /<(\/?)([A-Z][\w.]{0,60})((?:\s+[\w-]{1,60}(?:=(?:"[^"]{0,2000}"|'[^']{0,2000}'|\{[^{}]{0,2000}\}))?){0,40})\s*(\/?)>/g;

/** The components of MDX: known ones become what they show, of others their text stays. */
export function withComponents(text: string, context: TagContext) {
  const isCode = codeIn(text);
  const files = new Map<string, string>();
  const plain = text
    .replace(imported, (whole, name: string | undefined, file: string, at: number) => {
      if (isCode(at)) return whole;
      if (name) files.set(name, file);
      return '';
    })
    .replace(exported, '')
    .replace(remark, '');
  const isCodeNow = codeIn(plain);
  return plain.replace(tag, (raw, ...parts) => {
    const [closing, name, rest, alone, at] = parts as [string, string, string, string, number];
    if (isCodeNow(at)) return raw;
    // Its words stay where it stood.
    if (closing || !alone) {
      if (!closing) context.onUnknown(name);
      return '';
    }
    const given = argumentsOf(
      rest.replace(
        /=\{\s*["'`]?([^{}"'`]*)["'`]?\s*\}/g,
        (_, value: string) => `="${files.get(value.trim()) ?? value}"`,
      ),
    );
    const one: TemplateTag = { ...given, name: name.toLowerCase(), inner: null, raw };
    return knownTag(one, context) ?? unknownTag({ ...one, name }, context);
  });
}
