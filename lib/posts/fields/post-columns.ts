import { rulesOf, type ColumnValues } from './field-kinds';
import { definitionOf, fieldMap, fieldsWith, type FieldsWith, type KindOf, type PostFields } from './fields';

type ColumnName = FieldsWith<{ column: true }>;
type PublicName = FieldsWith<{ column: true; isPublic: true }>;
type ListName = FieldsWith<{ column: true; isInLists: true }>;

export type PostColumns = { [Name in ColumnName]: ColumnValues[KindOf<Name>] };

const columnNames = fieldsWith({ column: true });
const publicNames = fieldsWith({ column: true, isPublic: true });

export const columnSelect = selectOf<ColumnName>(columnNames);

export const publicColumnSelect = selectOf<PublicName>(publicNames);

export const listColumnSelect = selectOf<ListName>(fieldsWith({ column: true, isInLists: true }));

export function toColumns(fields: PostFields): PostColumns {
  return fieldMap<PostColumns>(columnNames, (name) => rulesOf(definitionOf(name)).toColumn(fields[name]));
}

export function toPublicColumns(fields: PostFields) {
  const columns = toColumns(fields);
  return fieldMap<Pick<PostColumns, PublicName>>(publicNames, (name) => columns[name]);
}

/** Reads a database row, whose choices may be outdated. */
export function fromColumns(row: { [Name in ColumnName]: unknown }) {
  return fieldMap<Pick<PostFields, ColumnName>>(columnNames, (name) =>
    rulesOf(definitionOf(name)).fromColumn(row[name]),
  );
}

function selectOf<Name extends ColumnName>(names: readonly Name[]) {
  return fieldMap<{ [One in Name]: true }>(names, () => true);
}
