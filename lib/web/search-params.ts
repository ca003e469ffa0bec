/** One query value; "" if missing or repeated. */
export function only(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function withQuery(path: string, values: Record<string, string>) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  return query.size > 0 ? `${path}?${query}` : path;
}
