type Source = (place: number) => string | undefined;

// One per process: Next bundles its reader apart from its writer.
const store = globalThis as { mastheadDocumentHtml?: Source };

/** Registers the source of deferred HTML; called once per process. */
export function provideDocumentHtml(source: Source) {
  store.mastheadDocumentHtml = source;
}

/** Empty in a browser. */
export function documentHtmlAt(place: number) {
  return store.mastheadDocumentHtml?.(place) ?? '';
}
