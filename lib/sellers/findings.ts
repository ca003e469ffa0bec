import { parse } from 'tldts';
import {
  identityOf,
  parseSellerFile,
  PLACEHOLDER_RECORD,
  relationships,
  sellersIn,
  variableNames,
  type SellerFile,
  type SellerLine,
} from './ads-txt';

/** `line`: null if it is about the whole file. `wrong`: crawlers drop the line; `doubtful`: they read it. */
export type Finding = { line: number | null; tone: 'wrong' | 'doubtful'; words: string };

const GOOGLE = 'google.com';
const GOOGLE_CERTIFICATION = 'f08c47fec0942fa0';
const MAX_FINDINGS = 200;

/** What a crawler would make of the file, in sentences. Nothing is changed for it. */
export function findingsIn(text: string, { file, host }: { file: SellerFile; host: string }): Finding[] {
  if (text.trim() === '') return [];
  const lines = parseSellerFile(text);
  return [
    ...wholeFile(text, lines, { file, host }),
    ...lines.flatMap((line) => lineFindings(line, file)),
    ...repetitions(lines),
    ...variablesTogether(lines, host),
  ]
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
    .slice(0, MAX_FINDINGS);
}

/** How many sellers crawlers read: one that is named twice is one, and lines that they drop are none. */
export function countSellers(text: string) {
  const read = sellersIn(text).filter(({ domain }) => isPlaceholderDomain(domain) || problemOfDomain(domain) === '');
  return new Set(read.map((seller) => identityOf(seller).toLowerCase())).size;
}

/** Whether this can be the domain of an ad system, an owner or a manager; "" if it can, else what is wrong. */
export function problemOfDomain(domain: string): string {
  if (/["'“”„‘’«»]/.test(domain)) return `Remove the quotation marks around ${domain.slice(0, 200)}.`;
  if (/^[a-z]+:\/\//i.test(domain) || domain.includes('/')) {
    return `“${domain}” is an address. Only its domain belongs here, such as ${hostIn(domain) || 'example.com'}.`;
  }
  const { isIp, domain: root, isIcann, isPrivate } = parse(domain, { allowPrivateDomains: false });
  const isDomain = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;
  if (/[^\u0020-\u007E]/.test(domain)) {
    return `“${domain}” has characters that are not ASCII. Write it as the domain system does (xn--…).`;
  }
  if (isIp || !isDomain.test(domain) || root === null) return `“${domain}” is not a domain.`;
  return isIcann === true || isPrivate === true ? '' : `“${domain}” has an ending that no domain has.`;
}

function hostIn(address: string) {
  return /^(?:[a-z]+:\/\/)?(?:www\.)?([^/:?#\s]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

function wholeFile(text: string, lines: SellerLine[], { file, host }: { file: SellerFile; host: string }): Finding[] {
  const root = parse(host, { allowPrivateDomains: true }).domain;
  const isBelow = root !== null && host !== root && host !== `www.${root}`;
  const records = lines.filter((line) => line.kind === 'record');
  const isPlaceholder = (line: SellerLine) =>
    line.kind === 'record' && line.fields[0]?.toLowerCase() === 'placeholder.example.com';
  const found: (Omit<Finding, 'line'> | false)[] = [
    /^\s*<(?:!doctype|html|head|body|script|ins)\b/i.test(text) && {
      tone: 'wrong',
      words: 'This is HTML. The lines for this file have commas: domain, account, DIRECT or RESELLER.',
    },
    text.startsWith('\uFEFF') && {
      tone: 'doubtful',
      words: 'The file begins with an invisible mark (BOM). Some crawlers then miss the first line.',
    },
    records.length === 0 && {
      tone: 'doubtful',
      words: `No line names a seller. If nobody may sell your space, say so with the line ${PLACEHOLDER_RECORD}.`,
    },
    records.some(isPlaceholder) &&
      records.some((line) => !isPlaceholder(line)) && {
        tone: 'wrong',
        words:
          'The placeholder says that nobody may sell your space, and other lines name sellers. Remove one or the other.',
      },
    isBelow &&
      file === 'ads.txt' && {
        tone: 'doubtful',
        words: `Crawlers ask ${root} for ads.txt, not ${host}. There it must have the line SUBDOMAIN=${host}, or the same lines as here.`,
      },
  ];
  return found.filter((one) => one !== false).map((one) => ({ line: null, ...one }));
}

function lineFindings(line: SellerLine, file: SellerFile): Finding[] {
  const at = (tone: Finding['tone'], words: string): Finding => ({ line: line.number, tone, words });
  if (line.kind === 'empty') return [];
  if (line.kind === 'variable') return variableFindings(line, file).map(([tone, words]) => at(tone, words));
  const { fields } = line;
  const shape = shapeProblem(line.text, fields);
  if (shape) return [at('wrong', shape)];
  const [domain = '', account = '', relationship = '', certification = ''] = fields;
  const problem = isPlaceholderDomain(domain) ? '' : problemOfDomain(domain);
  return [
    ...(problem ? [at('wrong', problem)] : []),
    ...(relationships.some((one) => one === relationship.toUpperCase())
      ? []
      : [at('wrong', `“${relationship}” is neither DIRECT nor RESELLER.`)]),
    ...googleFindings(domain, account, certification).map((words) => at('doubtful', words)),
    ...(certification && !/^[\w.-]{4,64}$/.test(certification) && !isPlaceholderDomain(domain)
      ? [
          at(
            'doubtful',
            `“${certification}” does not look like the id of a certification authority, such as ${GOOGLE_CERTIFICATION}.`,
          ),
        ]
      : []),
  ];
}

function isPlaceholderDomain(domain: string) {
  return domain.toLowerCase() === 'placeholder.example.com';
}

function shapeProblem(text: string, fields: string[]): string | null {
  const [domain = '', account = '', relationship = ''] = fields;
  if (fields.length === 1 && /[\t，、|]/.test(text)) return 'Its parts must be separated by commas.';
  if (fields.length < 3) {
    return 'It has fewer than three parts. A seller is: domain, account, DIRECT or RESELLER.';
  }
  if (fields.length > 4) {
    return 'It has more than four parts. Is the line break between two sellers missing? A remark goes after #.';
  }
  if (!domain) return 'The domain of the seller is missing.';
  if (!account) return 'The account at the seller is missing.';
  return relationship ? null : 'DIRECT or RESELLER is missing.';
}

function googleFindings(domain: string, account: string, certification: string): string[] {
  if (domain.toLowerCase() !== GOOGLE) return [];
  if (/^ca-/i.test(account)) return ['Google’s account here begins with pub-, without the “ca-” of the code.'];
  return [
    ...(/^pub-\d{10,20}$/.test(account)
      ? []
      : ['Google’s account is pub- and a number, as your account there shows it.']),
    ...(certification && certification.toLowerCase() !== GOOGLE_CERTIFICATION
      ? [`Google’s id at the certification authority is ${GOOGLE_CERTIFICATION}.`]
      : []),
  ];
}

type Variable = Extract<SellerLine, { kind: 'variable' }>;

function variableFindings({ name, value }: Variable, file: SellerFile): [Finding['tone'], string][] {
  if (!variableNames.some((known) => known === name)) {
    return [
      ['doubtful', `“${name}” is no variable of the format: crawlers skip it. Known are ${variableNames.join(', ')}.`],
    ];
  }
  if (!value) return [['wrong', `${name} has no value.`]];
  if (name === 'CONTACT') return [];
  if (name === 'SUBDOMAIN' && file === 'app-ads.txt') return [['doubtful', 'SUBDOMAIN has no meaning for apps.']];
  const [domain = '', country, ...more] = value.split(',').map((part) => part.trim());
  const problem = problemOfDomain(domain);
  if (problem) return [['wrong', problem]];
  if (country === undefined) return [];
  if (name !== 'MANAGERDOMAIN' || more.length > 0) return [['wrong', `${name} takes one domain.`]];
  return /^[a-z]{2}$/i.test(country) ? [] : [['wrong', `“${country}” is not the two letters of a country.`]];
}

function repetitions(lines: SellerLine[]): Finding[] {
  const seen = new Map<string, { line: number; relationship: string }>();
  return lines.flatMap((line): Finding[] => {
    if (line.kind !== 'record' || shapeProblem(line.text, line.fields)) return [];
    const [domain = '', account = '', relationship = ''] = line.fields;
    const key = identityOf({ domain: domain.toLowerCase(), account, relationship: 'DIRECT' });
    const before = seen.get(key);
    if (!before) {
      seen.set(key, { line: line.number, relationship: relationship.toUpperCase() });
      return [];
    }
    const words =
      before.relationship === relationship.toUpperCase()
        ? `This seller is already in line ${before.line}. Remove one of the two.`
        : `The same account is ${before.relationship} in line ${before.line}. That is right only if it sells both for you and for others.`;
    return [{ line: line.number, tone: 'doubtful', words }];
  });
}

function variablesTogether(lines: SellerLine[], host: string): Finding[] {
  const named = (name: string) =>
    lines.filter((line): line is Variable => line.kind === 'variable' && line.name === name);
  const owners = named('OWNERDOMAIN');
  const root = parse(host, { allowPrivateDomains: true }).domain;
  const [owner] = owners;
  const countries = new Set<string>();
  return [
    ...owners.slice(1).map(({ number }) => ({
      line: number,
      tone: 'wrong' as const,
      words: 'There is one OWNERDOMAIN; crawlers read the first.',
    })),
    ...(owner && parse(owner.value).domain !== owner.value.toLowerCase() && problemOfDomain(owner.value) === ''
      ? [
          {
            line: owner.number,
            tone: 'doubtful' as const,
            words: `OWNERDOMAIN is a root domain, such as ${parse(owner.value).domain}.`,
          },
        ]
      : []),
    ...(owners.length === 0 && named('MANAGERDOMAIN').length > 0 && root
      ? [
          {
            line: null,
            tone: 'doubtful' as const,
            words: `MANAGERDOMAIN is there and OWNERDOMAIN is not. Buyers then take ${root} for the owner.`,
          },
        ]
      : []),
    ...named('MANAGERDOMAIN').flatMap(({ number, value }): Finding[] => {
      const country = (value.split(',')[1] ?? '').trim().toUpperCase();
      const isRepeated = countries.has(country);
      countries.add(country);
      return isRepeated
        ? [
            {
              line: number,
              tone: 'wrong',
              words: `There is one MANAGERDOMAIN ${country ? `for ${country}` : 'for all countries'}; crawlers read the first.`,
            },
          ]
        : [];
    }),
  ];
}
