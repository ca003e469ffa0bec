type Service = { name: string; gets: string };

/** Says below a comment form to whom comments are sent before they are published; nothing if to nobody. */
export function ServicesNote({ services }: { services: readonly Service[] }) {
  if (services.length === 0) return null;
  return (
    <p className="field__hint">
      {services
        .map(({ name, gets }) => `New and changed comments are checked by ${name}, which gets ${gets}.`)
        .join(' ')}
    </p>
  );
}
