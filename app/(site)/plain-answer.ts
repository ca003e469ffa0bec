/** A text file for machines; 404 if empty. */
export function plainAnswer(text: string, type = 'text/plain; charset=utf-8') {
  if (text) return new Response(text, { headers: { 'Content-Type': type } });
  return new Response('Not found.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
