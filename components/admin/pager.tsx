type Props = {
  /** Address of the first page, where this is not it. */
  first?: string | undefined;
  /** Address of the next page, if there is one. */
  next?: string | undefined;
  label?: string;
};

/** Keyset paging: onwards by a real link, and back to the beginning (the browser's own back goes one step). */
export function Pager({ first, next, label = 'Pages' }: Props) {
  if (!first && !next) return null;
  return (
    <nav className="pager" aria-label={label}>
      {first ? (
        <a className="button" href={first}>
          First page
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a className="button" href={next} rel="next">
          Next page
        </a>
      )}
    </nav>
  );
}
