/** One value of a query, whatever was sent: "" where it is missing or was sent twice. */
export function only(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** An address with these values in its query; empty ones are left out. */
export function withQuery(path: string, values: Record<string, string>) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  return query.size > 0 ? `${path}?${query}` : path;
}
