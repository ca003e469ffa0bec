/** Where a press on the name of a column leads, null if it sorts nothing, and how it is sorted now. */
export type Sorting = { href: string | null; direction: 'ascending' | 'descending' | null };

type Sorts<Column extends string, Order extends string> = {
  /** The orders of each column. */
  orders: Record<Column, { asc: Order; desc: Order }>;
  /** Those that a first press sorts from the start, such as names; others are sorted from the end. */
  fromStart: readonly Column[];
  sorted: { column: Column; direction: 'asc' | 'desc' } | null;
  /** The address of the list in an order; null if it has none. */
  href: (order: Order) => string | null;
};

/** Where the headings of a table lead: a press on the column by which it is sorted turns the order round. */
export function sortingOf<Column extends string, Order extends string>(sorts: Sorts<Column, Order>) {
  const { orders, fromStart, sorted, href } = sorts;
  const entries = (Object.keys(orders) as Column[]).map((column): [Column, Sorting] => {
    const now = sorted?.column === column ? sorted.direction : null;
    const isFromStart = now ? now === 'desc' : fromStart.includes(column);
    const direction = now && (now === 'asc' ? 'ascending' : 'descending');
    return [column, { href: href(orders[column][isFromStart ? 'asc' : 'desc']), direction }];
  });
  return Object.fromEntries(entries) as Record<Column, Sorting>;
}

/** The column by which a list in this order is sorted. */
export function sortedBy<Column extends string, Order extends string>(
  orders: Record<Column, { asc: Order; desc: Order }>,
  order: Order,
) {
  for (const column of Object.keys(orders) as Column[]) {
    if (orders[column].asc === order) return { column, direction: 'asc' as const };
    if (orders[column].desc === order) return { column, direction: 'desc' as const };
  }
  return null;
}

/** The heading of a column, by which the table is sorted with a link, and so without JavaScript. */
export function SortedColumn({ name, className, href, direction }: Sorting & { name: string; className?: string }) {
  return (
    <th scope="col" className={className} aria-sort={direction ?? undefined}>
      {href ? <a href={href}>{name}</a> : name}
    </th>
  );
}
