/** A style sheet whose address has its version: a browser asks again when pages name another one. */
export function sheetAnswer(css: string) {
  return new Response(css, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=86400, stale-while-revalidate=604800',
    },
  });
}
