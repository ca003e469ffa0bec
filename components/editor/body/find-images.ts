export type LibraryPicture = {
  id: string;
  src: string;
  thumbnail: string;
  fileName: string;
  alt: string;
  width: number;
  height: number;
};

/** Asks the library for its newest pictures that fit these words; rejects with a sentence for the person. */
export async function findPictures(query: string, signal: AbortSignal): Promise<LibraryPicture[]> {
  const response = await fetch(`/api/media?q=${encodeURIComponent(query)}`, { signal }).catch(() => {
    throw new Error('The library could not be reached. Check your connection.');
  });
  if (response.status === 401) throw new Error('You were signed out. Sign in in another tab, then try again.');
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok || !isList(answer)) throw new Error('The library did not respond. Please try again.');
  return answer.media.map(pictureFrom);
}

function isList(answer: unknown): answer is { media: Record<string, unknown>[] } {
  return typeof answer === 'object' && answer !== null && 'media' in answer && Array.isArray(answer.media);
}

function pictureFrom(row: Record<string, unknown>): LibraryPicture {
  const words = (name: string) => (typeof row[name] === 'string' ? row[name] : '');
  return {
    id: words('id'),
    src: words('src'),
    thumbnail: words('thumbnail'),
    fileName: words('fileName'),
    alt: words('alt'),
    width: Number(row.width ?? 0),
    height: Number(row.height ?? 0),
  };
}
