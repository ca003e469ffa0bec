export type Footnotes = Map<string, string>;

const mark = /<sup\b[^<>]{0,200}\bdata-fn="([^"<>]{1,100})"[^<>]{0,200}>[\s\S]{0,400}?<\/sup>/gi;

/** Parses stored footnotes; null if invalid. */
export function readFootnotes(json: string): Footnotes | null {
  try {
    const notes: unknown = JSON.parse(json);
    if (!Array.isArray(notes)) return null;
    return new Map(notes.flatMap((note: unknown) => readNote(note)));
  } catch {
    return null;
  }
}

function readNote(note: unknown): [string, string][] {
  if (typeof note !== 'object' || note === null || !('id' in note) || !('content' in note)) return [];
  const { id, content } = note;
  return typeof id === 'string' && typeof content === 'string' ? [[id, content]] : [];
}

/** Inserts each footnote at its mark. Also returns unused notes and the number of marks without a note. */
export function insertFootnotes(body: string, notes: Footnotes) {
  const left = new Map(notes);
  let missing = 0;
  const text = body.replace(mark, (whole, id: string) => {
    const words = notes.get(id);
    if (words === undefined) {
      missing += 1;
      return whole;
    }
    left.delete(id);
    return `<span data-footnote="">${words}</span>`;
  });
  return { text, left: [...left.values()], missing };
}
