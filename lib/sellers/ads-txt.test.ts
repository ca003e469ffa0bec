import { expect, test } from 'vitest';
import {
  formatSeller,
  parseSellerFile,
  sellersIn,
  variableIn,
  withoutLine,
  withSeller,
  withVariable,
  type Seller,
} from './ads-txt';
import { findingsIn, problemOfDomain, countSellers } from './findings';
import { sellersAskedFor } from './network-sellers';

const google: Seller = {
  domain: 'google.com',
  account: 'pub-1234567890123456',
  relationship: 'DIRECT',
  certification: 'f08c47fec0942fa0',
  comment: '',
};
const site = { file: 'ads.txt', host: 'quay.example.com' } as const;
const LINE = formatSeller(google);
const here = { file: 'ads.txt', host: 'harbour.com' } as const;
const words = (text: string, at: { file: 'ads.txt' | 'app-ads.txt'; host: string } = here) =>
  findingsIn(text, at).map(({ line, words: said }) => `${line ?? 'all'}: ${said}`);

test('a file is read as crawlers read it, and every line is kept', () => {
  const text = `\uFEFF# Mine\r\n\r\nGoogle.com , pub-1 , direct;ext=1 # ours\nOwnerDomain = harbour.com\nwhat is this`;
  expect(parseSellerFile(text).map(({ kind }) => kind)).toEqual(['empty', 'empty', 'record', 'variable', 'record']);
  expect(sellersIn(text)).toMatchObject([
    { domain: 'google.com', account: 'pub-1', relationship: 'DIRECT', certification: '', comment: 'ours', number: 3 },
  ]);
  expect(variableIn(text, 'OWNERDOMAIN')).toBe('harbour.com');
});

test('adding and removing change one line', () => {
  const text = withSeller('# Mine\nnonsense, yes', { ...google, comment: 'main' });
  expect(text).toBe(`# Mine\nnonsense, yes\n${LINE} # main\n`);
  expect(withoutLine(text, { number: 3, text: `${LINE} # main` })).toBe('# Mine\nnonsense, yes\n');
  expect(withoutLine(text, { number: 2, text: LINE })).toBeNull();
  expect(withoutLine(text, { number: 9, text: '' })).toBeNull();
});

test('a variable is replaced where it stands, added at the end, and removed', () => {
  const text = `OWNERDOMAIN=old.com # us\n${LINE}\nownerdomain=older.com`;
  expect(withVariable(text, 'OWNERDOMAIN', 'new.com')).toBe(`OWNERDOMAIN=new.com # us\n${LINE}`);
  expect(withVariable(LINE, 'MANAGERDOMAIN', 'seller.com, US')).toBe(`${LINE}\nMANAGERDOMAIN=seller.com, US\n`);
  expect(withVariable(text, 'OWNERDOMAIN', '')).toBe(LINE);
  expect(withVariable('', 'OWNERDOMAIN', '')).toBe('');
});

test.each([
  [`${LINE}\n`, []],
  ['', []],
  ['placeholder.example.com, placeholder, DIRECT, placeholder', []],
  [`CONTACT=ads@harbour.com\n${LINE}`, []],
  ['google.com, pub-1234567890123456', ['1: It has fewer than three parts']],
  [`${LINE}, media.net, 8CU, DIRECT`, ['1: It has more than four parts']],
  ['google.com\tpub-1\tDIRECT', ['1: Its parts must be separated by commas.']],
  ['google.com, , DIRECT', ['1: The account at the seller is missing.']],
  ['media.net, 8CU1, SELLER', ['1: “SELLER” is neither DIRECT nor RESELLER.']],
  ['https://google.com/ads, pub-1, DIRECT', ['1: “https://google.com/ads” is an address.']],
  ['“smart.com”, 1, DIRECT', ['1: Remove the quotation marks around “smart.com”.']],
  ['"google.com", 1, DIRECT', ['1: Remove the quotation marks around "google.com".']],
  ['goo gle.com, 1, DIRECT', ['1: “goo gle.com” is not a domain.']],
  ['bücher.example, 1, DIRECT', ['1: “bücher.example” has characters that are not ASCII.']],
  ['adsystem.local, 1, DIRECT', ['1: “adsystem.local” has an ending that no domain has.']],
  ['google.com, ca-pub-1234567890123456, DIRECT', ['1: Google’s account here begins with pub-']],
  ['google.com, pub-1234567890123456, DIRECT, abcdef01', ['1: Google’s id at the certification authority is']],
  [
    `${LINE}\n# again\nGOOGLE.com,pub-1234567890123456,direct`,
    ['3: This seller is already in line 1. Remove one of the two.'],
  ],
  [`${LINE}\ngoogle.com, pub-1234567890123456, RESELLER`, ['2: The same account is DIRECT in line 1.']],
  [`placeholder.example.com, placeholder, DIRECT, placeholder\n${LINE}`, ['all: The placeholder says that nobody']],
  ['# nothing yet', ['all: No line names a seller.']],
  [`\uFEFF${LINE}`, ['all: The file begins with an invisible mark (BOM).']],
  ['<script>var a</script>', ['all: This is HTML.', '1: It has fewer than three parts']],
  [`OWNERDOMAIN=harbour.com\nOWNERDOMAIN=quay.com\n${LINE}`, ['2: There is one OWNERDOMAIN']],
  [`OWNERDOMAIN=shop.harbour.com\n${LINE}`, ['1: OWNERDOMAIN is a root domain, such as harbour.com.']],
  [`MANAGERDOMAIN=seller.com\n${LINE}`, ['all: MANAGERDOMAIN is there and OWNERDOMAIN is not.']],
  [
    `OWNERDOMAIN=harbour.com\nMANAGERDOMAIN=a.com, US\nMANAGERDOMAIN=b.com, us\nMANAGERDOMAIN=c.com, Europe\n${LINE}`,
    ['3: There is one MANAGERDOMAIN for US', '4: “EUROPE” is not the two letters of a country.'],
  ],
  [`COLOUR=blue\n${LINE}`, ['1: “COLOUR” is no variable of the format']],
  [`CONTACT=\n${LINE}`, ['1: CONTACT has no value.']],
])('the validator says of %j what is wrong, by line', (text, expected) => {
  const said = words(text);
  expect(said).toHaveLength(expected.length);
  for (const [index, sentence] of expected.entries())
    expect(said[index]?.toLowerCase()).toContain(sentence.toLowerCase());
});

test('a site below a root domain hears where crawlers look', () => {
  expect(words(LINE, site)).toEqual([
    expect.stringContaining('Crawlers ask example.com for ads.txt, not quay.example.com'),
  ]);
  expect(words(LINE, { file: 'ads.txt', host: 'www.harbour.com' })).toEqual([]);
  expect(words(LINE, { file: 'app-ads.txt', host: 'quay.example.com' })).toEqual([]);
  expect(words(LINE, { file: 'ads.txt', host: 'localhost:3000' })).toEqual([]);
});

test('a large file is looked at in no time', () => {
  const text = `${'x, y, DIRECT\n'.repeat(5_000)}${',='.repeat(15_000)}`;
  const began = performance.now();
  expect(findingsIn(text, here).length).toBe(200);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('pasted code says which line its network asks for, where it says whose it is', () => {
  const adsense = '<ins class="adsbygoogle" data-ad-client="ca-pub-1234567890123456" data-ad-slot="1"></ins>';
  expect(sellersAskedFor(adsense).map(formatSeller)).toEqual([LINE]);
  expect(sellersAskedFor('<script src="//contextual.media.net/dmedianet.js?cid=8CU2T3HV4"></script>')).toMatchObject([
    { domain: 'media.net', account: '8CU2T3HV4', relationship: 'DIRECT' },
  ]);
  expect(sellersAskedFor('<p>pub-1234567890123456</p>')).toEqual([]);
});

test('a domain is a domain', () => {
  expect(['google.com', 'xn--bcher-kva.example.com', 'a.co.uk'].map(problemOfDomain)).toEqual(['', '', '']);
  expect(['', '127.0.0.1', 'com', '-a.com', 'a..com'].filter((domain) => problemOfDomain(domain) === '')).toEqual([]);
});

test('a seller that is named twice counts once, and a line that crawlers drop does not', () => {
  expect(countSellers(`${LINE}\n${LINE}\nnot a seller`)).toBe(1);
  expect(countSellers(`${LINE}\nmedia.net, 8CU1, RESELLER`)).toBe(2);
  expect(countSellers(`${LINE}\nhttps://media.net/, 8CU1, RESELLER`)).toBe(1);
});
