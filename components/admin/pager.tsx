import { useText } from '#text';

type Props = {
  first?: string | undefined;
  next?: string | undefined;
  label?: string;
};

/** Keyset pagination: next page and first page. */
export function Pager({ first, next, label }: Props) {
  const t = useText();
  if (!first && !next) return null;
  return (
    <nav className="pager" aria-label={label ?? t('Pages')}>
      {first ? (
        <a className="button" href={first}>
          {t('First page')}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a className="button" href={next} rel="next">
          {t('Next page')}
        </a>
      )}
    </nav>
  );
}
