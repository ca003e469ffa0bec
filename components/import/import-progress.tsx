/** Progress of a running import; the page reloads itself without a script. */
export function ImportProgress({ done, total }: { done: number; total: number }) {
  const sentence = total > 0 ? `${done} of ${total} entries read.` : 'Reading the file …';
  return (
    <div className="import-progress">
      <meta httpEquiv="refresh" content="1" />
      <p role="status">{sentence}</p>
      {total > 0 ? <progress max={total} value={done} aria-label="Entries read" /> : <progress aria-label="Reading" />}
    </div>
  );
}
