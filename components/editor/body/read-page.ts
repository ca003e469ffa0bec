export type Page = { title: string; text: string; site: string; poster: string };

/** What a page says of itself, read by the server; rejects with a sentence for the user. */
export async function readPage(address: string): Promise<Page> {
  const body = new FormData();
  body.set('address', address);
  const response = await fetch('/api/media/link', { method: 'POST', body }).catch(() => null);
  const answer = ((await response?.json().catch(() => null)) ?? {}) as Record<string, unknown>;
  const words = (name: string) => (typeof answer[name] === 'string' ? answer[name] : '');
  const refusal = response?.ok ? words('refusal') : words('message') || 'The page could not be read. Please try again.';
  if (refusal) throw new Error(refusal);
  return { title: words('title'), text: words('text'), site: words('site'), poster: words('poster') };
}
