import { rulesOf } from '@/lib/posts/fields/field-kinds';
import { definitionOf, fieldMap, fieldsWith } from '@/lib/posts/fields/fields';
import { lineOf, linesOf } from '@/lib/text/visible-text';
import type { OwnPostColumns } from '../../drafts';
import type { FrontMatter } from './format';

type Fields = Omit<
  OwnPostColumns,
  'status' | 'publishAt' | 'firstPublishedAt' | 'unpublishAt' | 'pinnedAt' | 'commentsLockedReason'
>;
type Reading = { imageId: (key: string) => string | null; note: (why: string) => void };

/** Imported texts may be longer than what can be typed. */
const LONGEST = 5_000;

/** The fields of the editor as columns. What is not valid here is left empty, and said. */
export function ownFieldsOf(front: FrontMatter, { imageId, note }: Reading): Fields {
  const names = fieldsWith({ column: true }).filter((name) => !['bodyHtml', 'parentId', 'coverId'].includes(name));
  return fieldMap<Fields>(names as (keyof Fields)[], (name) => {
    const field = definitionOf(name);
    const rules = rulesOf(field);
    const given = front[name];
    if (given === undefined) return rules.toColumn(rules.empty());
    if (field.kind === 'image') return imageId(String(given));
    if (field.kind === 'line') return lineOf(String(given)).slice(0, LONGEST);
    if (field.kind === 'lines') return linesOf(String(given)).slice(0, LONGEST);
    const read = rules.schema().safeParse(given);
    if (!read.success) note(`${field.label}: ${read.error.issues[0]?.message ?? 'it is not valid here'}`);
    return rules.toColumn(read.success ? read.data : rules.empty());
  });
}
