/** Paths below the uploads of the files, other than images, that a text links to. */
export function filesIn(html: string) {
  const found = html.matchAll(/\/uploads\/(files\/[0-9a-f]{24}\/[a-z0-9-]{1,100}\.[a-z0-9]{2,4})/g);
  return [...new Set([...found].map(([, path]) => path!))];
}

/** The same of a post, with the files that its feeds carry. */
export function filesOfPost({ bodyHtml, enclosures = null }: { bodyHtml: string; enclosures?: string | null }) {
  return filesIn(`${bodyHtml} ${enclosures ?? ''}`);
}
