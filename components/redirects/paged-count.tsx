import { useText } from '#text';
import { Pager } from '@/components/admin/pager';

type Props = {
  /** How many rows come before this page, and how many it has. */
  first: number;
  shown: number;
  total: number;
  page: number;
  pages: number;
  address: (page: number) => string;
};

/** Which rows of how many are shown, and links to the others. */
export function PagedCount({ first, shown, total, page, pages, address }: Props) {
  const t = useText();
  return (
    <>
      <p className="quiet">
        {t('{first, number}–{last, number} of {total, number}', { first: first + 1, last: first + shown, total })}
      </p>
      <Pager first={page > 1 ? address(1) : undefined} next={page < pages ? address(page + 1) : undefined} />
    </>
  );
}
