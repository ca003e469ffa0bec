/** The report's line on media that were not imported. */
export function leftElsewhere(addresses: ReadonlySet<string>) {
  const what = addresses.size === 1 ? 'a link' : 'links';
  const list = [...addresses].map((address) => address.slice(0, 300)).join(' ');
  return `Kept as ${what}, because this site does not have the file: ${list}`;
}
