import { useText } from '#text';

/** Progress of a running import; the page reloads itself without a script. */
export function ImportProgress({ done, total }: { done: number; total: number }) {
  const t = useText();
  const sentence =
    total > 0 ? t('{done, number} of {total, number} entries read.', { done, total }) : t('Reading the file …');
  return (
    <div className="import-progress">
      <meta httpEquiv="refresh" content="1" />
      <p role="status">{sentence}</p>
      {total > 0 ? (
        <progress max={total} value={done} aria-label={t('Entries read')} />
      ) : (
        <progress aria-label={t('Reading')} />
      )}
    </div>
  );
}
