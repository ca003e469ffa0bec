type Source = (place: number) => string | undefined;

// One per process: Next bundles its reader apart from its writer.
const store = globalThis as { mastheadDocumentHtml?: Source };

export function provideDocumentHtml(source: Source) {
  store.mastheadDocumentHtml = source;
}

export function documentHtmlAt(place: number) {
  return store.mastheadDocumentHtml?.(place) ?? '';
}
