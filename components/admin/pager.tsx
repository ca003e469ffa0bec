type Props = {
  first?: string | undefined;
  next?: string | undefined;
  label?: string;
};

/** Keyset pagination: next page and first page. */
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
