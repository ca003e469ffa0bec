/** The tags of a DKIM or DMARC record ("v=DMARC1; p=none") in their order; null if it is no list of tags. */
export function readTags(record: string): Map<string, string> | null {
  const parts = record.split(';').map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  const tags = new Map<string, string>();
  for (const part of parts) {
    const [, name = '', value = ''] = /^([a-z]\w*)\s*=\s*(.*)$/is.exec(part) ?? [];
    if (!name || tags.has(name.toLowerCase())) return null;
    tags.set(name.toLowerCase(), value.trim());
  }
  return tags;
}
