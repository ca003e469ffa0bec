/** The fields of a form, one value or several each; null for more than `most`. */
export function fieldsOf(form: FormData, most: number): Record<string, unknown> | null {
  const fields = new Map<string, FormDataEntryValue[]>();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > most) return null;
    if (name.startsWith('$')) continue;
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  // fromEntries makes own properties: a field called "__proto__" is a field like any other.
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
}

const MAX_RETURNED_BYTES = 24 * 1024;
const BYTES_PER_REQUEST_BYTE = 3;

/** Whether texts are returned with an error: a page carries them three times, in three encodings. */
export function canReturnTexts(texts: Record<string, string>, requestBytes: number) {
  const all = Object.values(texts);
  const bytes = all.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MAX_RETURNED_BYTES) return false;
  return all.reduce((sum, text) => sum + costOf(text), 0) <= BYTES_PER_REQUEST_BYTE * requestBytes;
}

const special = /["'&<>\\\p{Cc}]/gu;
const costs: Record<string, number> = {
  '"': 17,
  "'": 13,
  '&': 16,
  '<': 14,
  '>': 14,
  '\\': 7,
  '\n': 6,
  '\r': 6,
  '\t': 6,
};
/** JSON writes each as six bytes. */
const CONTROL_COST = 14;

function costOf(text: string) {
  let cost = 3 * Buffer.byteLength(text);
  for (const [sign] of text.matchAll(special)) cost += (costs[sign] ?? CONTROL_COST) - 3;
  return cost;
}
