/** A readable file name without path segments. */
export function plainFileName(name: string) {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '');
  return plain.slice(-80) || 'file';
}
