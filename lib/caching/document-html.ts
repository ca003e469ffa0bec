/** Finds HTML that was put aside for the document being rendered (static-html.ts). */
type Source = (place: number) => string | undefined;

// The component that asks also runs in browsers, and Next bundles it apart from what puts the HTML aside: what connects
// the two is one name per process.
const store = globalThis as { mastheadDocumentHtml?: Source };

/** Says where the HTML of documents is found; called once per process, by process-caches.ts. */
export function provideDocumentHtml(source: Source) {
  store.mastheadDocumentHtml = source;
}

/** The HTML at this place of the document being rendered; empty in a browser. */
export function documentHtmlAt(place: number) {
  return store.mastheadDocumentHtml?.(place) ?? '';
}
