import {
  definitionOf,
  fieldMap,
  postFieldNames,
  type FieldsWith,
  type KindOf,
  type PostFieldName,
} from '@/lib/posts/fields/fields';
import type { FieldKind } from '@/lib/posts/fields/field-definition';

/** How a form, the browser's copy and a request carry a field of each kind. Tags are names, separated by commas. */
type EditorValues = {
  [Kind in FieldKind]: Kind extends 'flag' ? boolean : Kind extends 'users' | 'placements' ? string[] : string;
};

export type EditorFieldName = Exclude<PostFieldName, FieldsWith<{ group: null }>>;

/** What the editor changes: the same names in the form, in the browser's copy and in what is sent. */
export type EditorFields = { [Name in EditorFieldName]: EditorValues[KindOf<Name>] };

export const editorFieldNames = postFieldNames.filter(isEditable);

export const fieldLabels = fieldMap<Record<EditorFieldName, string>>(
  editorFieldNames,
  (name) => definitionOf(name).label,
);

function isEditable(name: PostFieldName): name is EditorFieldName {
  return definitionOf(name).group !== null;
}

/** The names of the fields in which two versions differ, in the order of the form. */
export function differingFields(a: EditorFields, b: EditorFields) {
  return editorFieldNames.filter((name) =>
    name === 'bodyHtml' ? !isSameText(a.bodyHtml, b.bodyHtml) : !isSame(a[name], b[name]),
  );
}

/** The server normalises a text (quotes, attributes, own addresses as paths): that is not a difference. */
function isSameText(a: string, b: string) {
  return a === b || essence(a) === essence(b);
}

function essence(html: string) {
  return html
    .replace(/<(\/?[a-z0-9]+)([^>]*)>/gi, (_, name: string, rest: string) => {
      const address = /\b(?:href|src|data-embed)=["']?([^"'\s>]*)/i.exec(rest)?.[1] ?? '';
      const own = globalThis.location?.origin ?? '';
      const path = own && address.startsWith(`${own}/`) ? address.slice(own.length) : address;
      const alt = /\balt="([^"]*)"/i.exec(rest)?.[1] ?? '';
      return `<${name.toLowerCase()}${path}${alt}>`;
    })
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
    .replace(/\s*(<[^>]*>)\s*/g, '$1')
    .trim();
}

function isSame(a: EditorFields[keyof EditorFields], b: EditorFields[keyof EditorFields]) {
  if (Array.isArray(a) && Array.isArray(b)) return a.join() === b.join();
  return typeof a === 'string' && typeof b === 'string' ? a.trim() === b.trim() : a === b;
}
