import {
  definitionOf,
  fieldMap,
  postFieldNames,
  type FieldsWith,
  type KindOf,
  type PostFieldName,
} from '@/lib/posts/fields/fields';
import type { FieldKind } from '@/lib/posts/fields/field-definition';

/** A field in forms, local drafts and requests. Tags are names, separated by commas. */
type EditorValues = {
  [Kind in FieldKind]: Kind extends 'flag' ? boolean : Kind extends 'users' | 'placements' ? string[] : string;
};

export type EditorFieldName = Exclude<PostFieldName, FieldsWith<{ group: null }>>;

/** The editable fields, with the same names in forms, local drafts and requests. */
export type EditorFields = { [Name in EditorFieldName]: EditorValues[KindOf<Name>] };

export const editorFieldNames = postFieldNames.filter(isEditable);

export const fieldLabels = fieldMap<Record<EditorFieldName, string>>(
  editorFieldNames,
  (name) => definitionOf(name).label,
);

/** The label of a field, also of one that only the server knows. */
export function labelOf(name: string) {
  return Object.entries(fieldLabels).find(([known]) => known === name)?.[1] ?? name;
}

function isEditable(name: PostFieldName): name is EditorFieldName {
  return definitionOf(name).group !== null;
}

/** The fields in which two versions differ, in form order. */
export function differingFields(a: EditorFields, b: EditorFields) {
  return editorFieldNames.filter((name) =>
    name === 'bodyHtml' ? !isSameText(a.bodyHtml, b.bodyHtml) : !isSame(a[name], b[name]),
  );
}

/** Normalisation by the server (quotes, attributes, own URLs as paths) is no difference. */
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
