import { rulesOf, type ColumnValues } from './field-kinds';
import { definitionOf, fieldMap, fieldsWith, type FieldsWith, type KindOf, type PostFields } from './fields';

type ColumnName = FieldsWith<{ column: true }>;
type PublicName = FieldsWith<{ column: true; isPublic: true }>;
type ListName = FieldsWith<{ column: true; isInLists: true }>;

/** The fields that are columns of a post, as they are stored. */
export type PostColumns = { [Name in ColumnName]: ColumnValues[KindOf<Name>] };

const columnNames = fieldsWith({ column: true });
const publicNames = fieldsWith({ column: true, isPublic: true });

/** All of them, for a select. */
export const columnSelect = selectOf<ColumnName>(columnNames);

/** Those that readers' pages are given. */
export const publicColumnSelect = selectOf<PublicName>(publicNames);

/** Those that lists of posts are given. */
export const listColumnSelect = selectOf<ListName>(fieldsWith({ column: true, isInLists: true }));

export function toColumns(fields: PostFields): PostColumns {
  return fieldMap<PostColumns>(columnNames, (name) => rulesOf(definitionOf(name)).toColumn(fields[name]));
}

/** What readers are given of these fields, stored or not. */
export function toPublicColumns(fields: PostFields) {
  const columns = toColumns(fields);
  return fieldMap<Pick<PostColumns, PublicName>>(publicNames, (name) => columns[name]);
}

/** Takes a row of the database, whose words may be older than today's choices. */
export function fromColumns(row: { [Name in ColumnName]: unknown }) {
  return fieldMap<Pick<PostFields, ColumnName>>(columnNames, (name) =>
    rulesOf(definitionOf(name)).fromColumn(row[name]),
  );
}

function selectOf<Name extends ColumnName>(names: readonly Name[]) {
  return fieldMap<{ [One in Name]: true }>(names, () => true);
}
