import type { ReactNode } from 'react';
import { Pager } from './pager';

type Props = {
  rows: ReactNode[];
  /** Shown without rows. */
  empty: string;
  /** URL of the page after this row; '' is the first page. */
  address: (after: string) => string;
  after: string;
  next: string | null;
};

/** One page of an admin list, with links to the first and the next page. */
export function PagedRows({ rows, empty, address, after, next }: Props) {
  return (
    <>
      {rows.length > 0 ? <ul className="rows">{rows}</ul> : <p className="quiet">{empty}</p>}
      <Pager first={after ? address('') : undefined} next={next ? address(next) : undefined} />
    </>
  );
}
