export type Order = { by: 'createdAt' | 'deletedAt'; direction: 'asc' | 'desc' };

type Bound<T> = { gt?: T; gte?: T; lt?: T; lte?: T };
type Condition = { id?: Bound<string>; createdAt?: Bound<Date>; deletedAt?: Bound<Date>; OR?: Condition[] };

/** The condition for what follows a cursor in a list; none for one that cannot be read. */
export function after({ by, direction }: Order, cursor: string): Condition {
  const [time, id] = cursor.split('.');
  const reached = new Date(Number(time));
  if (!time || !id || Number.isNaN(reached.getTime())) return {};
  if (direction === 'asc') return { [by]: { gte: reached }, OR: [{ [by]: { gt: reached } }, { id: { gt: id } }] };
  return { [by]: { lte: reached }, OR: [{ [by]: { lt: reached } }, { id: { lt: id } }] };
}

/** The first page of rows that were read one more than it holds, and the cursor of the next. */
export function cutPage<Row extends { id: string; createdAt: Date; deletedAt: Date | null }>(
  found: readonly Row[],
  { by, size }: { by: Order['by']; size: number },
) {
  const rows = found.slice(0, size);
  const last = found.length > size ? rows.at(-1) : undefined;
  const reached = last?.[by];
  return { rows, nextCursor: last && reached ? `${reached.getTime()}.${last.id}` : null };
}
