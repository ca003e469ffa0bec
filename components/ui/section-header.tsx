/** The head of a part of a long page: what it is about, and a sentence that explains it. */
export function SectionHeader({ id, title, hint }: { id: string; title: string; hint?: string }) {
  return (
    <header>
      <h2 id={id}>{title}</h2>
      {hint && <p>{hint}</p>}
    </header>
  );
}
