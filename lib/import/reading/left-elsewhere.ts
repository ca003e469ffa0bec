/** The report's line on media that were not imported. */
export function leftElsewhere(addresses: ReadonlySet<string>) {
  const list = [...addresses].map((address) => address.slice(0, 300)).join(' ');
  return addresses.size === 1
    ? `Kept as a link, because this site does not have the file: ${list}`
    : `Kept as links, because this site does not have the files: ${list}`;
}
