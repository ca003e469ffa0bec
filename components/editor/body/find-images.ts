export type LibraryImage = {
  id: string;
  src: string;
  thumbnail: string;
  fileName: string;
  alt: string;
  width: number;
  height: number;
};

/** The newest images of the library that match; rejects with a sentence for the user. */
export async function findImages(query: string, signal: AbortSignal): Promise<LibraryImage[]> {
  return askLibrary({ q: query }, signal);
}

/** The image of the library at an address, or null; rejects with a sentence for the user. */
export async function findImageAt(src: string, signal: AbortSignal): Promise<LibraryImage | null> {
  if (new URL(src, location.href).origin !== location.origin) return null;
  return (await askLibrary({ src }, signal))[0] ?? null;
}

async function askLibrary(wanted: Record<string, string>, signal: AbortSignal) {
  const response = await fetch(`/api/media?${new URLSearchParams(wanted)}`, { signal }).catch(() => {
    throw new Error('The library could not be reached. Check your connection.');
  });
  if (response.status === 401) throw new Error('You were signed out. Sign in in another tab, then try again.');
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok || !isList(answer)) throw new Error('The library did not respond. Please try again.');
  return answer.media.map(imageFrom);
}

function isList(answer: unknown): answer is { media: Record<string, unknown>[] } {
  return typeof answer === 'object' && answer !== null && 'media' in answer && Array.isArray(answer.media);
}

function imageFrom(row: Record<string, unknown>): LibraryImage {
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
