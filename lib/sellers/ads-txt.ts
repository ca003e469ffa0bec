/** The two files of IAB Tech Lab's ads.txt 1.1: one for sites, one for the apps of their owner. */
export const sellerFiles = ['ads.txt', 'app-ads.txt'] as const;
export type SellerFile = (typeof sellerFiles)[number];

export const relationships = ['DIRECT', 'RESELLER'] as const;
export type Relationship = (typeof relationships)[number];

export type Seller = {
  domain: string;
  account: string;
  relationship: Relationship;
  /** The seller's id at a certification authority; optional. */
  certification: string;
  comment: string;
};

/** A line as crawlers read it: without its comment and its extensions. */
export type SellerLine = { number: number; text: string; comment: string } & (
  { kind: 'empty' } | { kind: 'record'; fields: string[] } | { kind: 'variable'; name: string; value: string }
);

export const variableNames = [
  'CONTACT',
  'SUBDOMAIN',
  'INVENTORYPARTNERDOMAIN',
  'OWNERDOMAIN',
  'MANAGERDOMAIN',
] as const;

/** How a file says that nobody may sell anything: crawlers take an empty one for no statement at all. */
export const PLACEHOLDER_RECORD = 'placeholder.example.com, placeholder, DIRECT, placeholder';

/** Every line of a file, none of them dropped. */
export function parseSellerFile(text: string): SellerLine[] {
  return text.split(/\r\n?|\n/).map((line, index) => parseLine(line, index + 1));
}

/** The lines that name a seller as the format wants it. */
export function sellersIn(text: string): (Seller & { number: number; text: string })[] {
  return parseSellerFile(text).flatMap((line) => {
    const seller = line.kind === 'record' ? sellerOf(line.fields, line.comment) : null;
    return seller ? [{ ...seller, number: line.number, text: line.text }] : [];
  });
}

/** The value of the first such variable, or "". */
export function variableIn(text: string, name: (typeof variableNames)[number]) {
  const found = parseSellerFile(text).find((line) => line.kind === 'variable' && line.name === name);
  return found?.kind === 'variable' ? found.value : '';
}

export function formatSeller({ domain, account, relationship, certification, comment }: Seller) {
  const fields = [domain, account, relationship, ...(certification ? [certification] : [])].join(', ');
  return comment ? `${fields} # ${comment}` : fields;
}

/** Whether the file has this seller, in whatever way it is written. */
export function hasSeller(text: string, wanted: Seller) {
  return sellersIn(text).some((seller) => identityOf(seller) === identityOf(wanted));
}

export function identityOf({ domain, account, relationship }: Pick<Seller, 'domain' | 'account' | 'relationship'>) {
  return `${domain}, ${account}, ${relationship}`;
}

/** The file with one more seller at its end. */
export function withSeller(text: string, seller: Seller) {
  return withLine(text, formatSeller(seller));
}

/** The file without one line; null unless that line still says this. */
export function withoutLine(text: string, { number, text: expected }: { number: number; text: string }) {
  const lines = text.split(/\r\n?|\n/);
  if (lines[number - 1] !== expected) return null;
  return lines.toSpliced(number - 1, 1).join('\n');
}

/** The file with one value of a variable, where the first of them stood; an empty value removes it. */
export function withVariable(text: string, name: (typeof variableNames)[number], value: string) {
  if (variableIn(text, name) === value) return text;
  const parsed = parseSellerFile(text);
  const isNamed = (line: SellerLine) => line.kind === 'variable' && line.name === name;
  const first = parsed.find(isNamed);
  if (!first) return value ? withLine(text, `${name}=${value}`) : text;
  const written = value ? [`${name}=${value}${first.comment && ` # ${first.comment}`}`] : [];
  return parsed.flatMap((line) => (line === first ? written : isNamed(line) ? [] : [line.text])).join('\n');
}

function withLine(text: string, line: string) {
  const before = text.replace(/\s+$/, '');
  return `${before}${before && '\n'}${line}\n`;
}

function parseLine(text: string, number: number): SellerLine {
  const hash = text.indexOf('#');
  const comment = hash === -1 ? '' : text.slice(hash + 1).trim();
  const [data = ''] = (hash === -1 ? text : text.slice(0, hash)).split(';');
  const said = data.replace(/^\uFEFF/, '').trim();
  const shared = { number, text, comment };
  if (said === '') return { ...shared, kind: 'empty' };
  const equals = said.indexOf('=');
  const comma = said.indexOf(',');
  if (equals > 0 && (comma === -1 || equals < comma)) {
    const name = said.slice(0, equals).trim().toUpperCase();
    return { ...shared, kind: 'variable', name, value: said.slice(equals + 1).trim() };
  }
  return { ...shared, kind: 'record', fields: said.split(',').map((field) => field.trim()) };
}

function sellerOf(fields: string[], comment: string): Seller | null {
  const [domain = '', account = '', relationship = '', certification = ''] = fields;
  const known = relationships.find((one) => one === relationship.toUpperCase());
  if (!domain || !account || !known || fields.length > 4) return null;
  return { domain: domain.toLowerCase(), account, relationship: known, certification, comment };
}
