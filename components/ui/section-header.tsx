export function SectionHeader({ id, title, hint }: { id: string; title: string; hint?: string }) {
  return (
    <header>
      <h2 id={id}>{title}</h2>
      {hint && <p>{hint}</p>}
    </header>
  );
}
