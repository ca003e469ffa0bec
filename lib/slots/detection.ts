import { findBrokenParts } from './broken-code';
import type { CodeIsolation } from './creative';
import { MAX_CODE_LENGTH } from './isolation-names';
import type { Recognition } from './networks/network';
import { othersIn, recognise } from './networks/recognition';
import type { Size } from './placements';

export type Finding = { tone: 'note' | 'warning'; words: string };

export type Detected = {
  size: Size | null;
  hosts: string[];
  findings: Finding[];
  recognition: Recognition | null;
};

// Bounded repetitions: pasted code may be long and is matched on every view of its slot.
const hostPattern =
  /(?:https?:)?(?:\\?\/){2}([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9-]{1,63}){1,12})(?::\d{1,5})?/gi;
const sizedTag = /<(?:iframe|img|ins|div|embed|object|video)\b[^<>]{0,2000}>/gi;
const styleAttribute = /style\s{0,9}=\s{0,9}(?:"[^"]{0,2000}"|'[^']{0,2000}')/gi;

/** Detects, without running the code, its size, its hosts and problems to tell the owner about. */
export function detectCode(code: string, isolation: CodeIsolation = 'sandboxed'): Detected {
  if (code.length > MAX_CODE_LENGTH) return { size: null, hosts: [], findings: [tooLong], recognition: null };
  const recognition = recognise(code);
  const hosts = hostsIn(code);
  const refusal = recognition?.refusals.find((each) => (each.isolation ?? isolation) === isolation);
  const others = othersIn(code).map(
    (name) => `There is code of ${name} in it, too. Give each network a slot, or a line item, of its own.`,
  );
  const said = [...others, ...(refusal ? [refusal.sentence] : []), ...(recognition?.notes ?? [])];
  const notes = said.map((words): Finding => ({ tone: 'warning', words }));
  const broken = findBrokenParts(code).map((words): Finding => ({ tone: 'warning', words }));
  const findings = [...broken, ...notes, ...findingsIn(code, isolation)];
  return { size: recognition?.size ?? sizeIn(code), hosts, findings, recognition };
}

// What a link leads to is loaded only by those who follow it.
function hostsIn(code: string) {
  const loaded = code.replace(/<(?:a|area)\s[^<>]{0,2000}>/gi, '').matchAll(hostPattern);
  return [...new Set([...loaded].map(([, host]) => (host ?? '').toLowerCase()))].slice(0, 12);
}

/** What the owner should look at, as one text. */
export function warningsOf(code: string, isolation: CodeIsolation) {
  const warnings = detectCode(code, isolation).findings.filter(({ tone }) => tone === 'warning');
  return warnings.length > 0 ? `Please check the code. ${warnings.map(({ words }) => words).join(' ')}` : '';
}

function sizeIn(code: string): Size | null {
  return attributesIn(code) ?? stylesIn(code) ?? knownSizeIn(code);
}

function attributesIn(code: string) {
  for (const [tag] of code.matchAll(sizedTag)) {
    const size = {
      width: Number(/\bwidth\s{0,9}=\s{0,9}["']?(\d{2,4})(?![\d%])/i.exec(tag)?.[1] ?? 0),
      height: Number(/\bheight\s{0,9}=\s{0,9}["']?(\d{2,4})(?![\d%])/i.exec(tag)?.[1] ?? 0),
    };
    if (isSensible(size)) return size;
  }
  return null;
}

function stylesIn(code: string) {
  for (const [style] of code.matchAll(styleAttribute)) {
    const size = {
      width: Number(/(?:^|[^-\w])width\s{0,9}:\s{0,9}(\d{2,4})px/i.exec(style)?.[1] ?? 0),
      height: Number(/(?:^|[^-\w])height\s{0,9}:\s{0,9}(\d{2,4})px/i.exec(style)?.[1] ?? 0),
    };
    if (isSensible(size)) return size;
  }
  return null;
}

// "300x250" in a URL or comment, and script variables of older networks.
function knownSizeIn(code: string) {
  const [, w, h] =
    /(?<![\w.])(\d{2,4})\s?[x×]\s?(\d{2,4})(?![\w.])/i.exec(code) ??
    /_width\s{0,9}=\s{0,9}["']?(\d{2,4})[\s\S]{0,200}?_height\s{0,9}=\s{0,9}["']?(\d{2,4})/i.exec(code) ??
    /\[\s{0,9}(\d{2,4})\s{0,9},\s{0,9}(\d{2,4})\s{0,9}\]/.exec(code) ??
    [];
  const size = { width: Number(w ?? 0), height: Number(h ?? 0) };
  return isSensible(size) ? size : null;
}

function isSensible({ width, height }: Size) {
  return width >= 50 && height >= 20 && width <= 2_000 && height <= 2_000;
}

const tooLong: Finding = {
  tone: 'warning',
  words: 'This code is larger than 100 kB. Ask the network for its short form, which loads the rest.',
};

type Rule = { test: (code: string) => boolean; finding: Finding; only?: readonly CodeIsolation[] };

const frames = ['sandboxed', 'isolated-origin'] as const;
const opaque = ['sandboxed'] as const;

const rules: Rule[] = [
  {
    test: (code) => /document\s{0,9}\.\s{0,9}write(?:ln)?\s{0,9}\(/.test(code),
    finding: {
      tone: 'note',
      words:
        'It writes itself into the page while it loads (document.write). That works here: it has a page of its own.',
    },
    only: frames,
  },
  {
    test: (code) => /document\s{0,9}\.\s{0,9}write(?:ln)?\s{0,9}\(/.test(code),
    finding: {
      tone: 'warning',
      words:
        'It writes itself into the page while it loads (document.write), which is refused there. In a frame it works.',
    },
    only: ['in-page'],
  },
  {
    test: (code) => /<[^<>]{0,2000}\son[a-z]{2,20}\s{0,9}=/i.test(code),
    finding: {
      tone: 'warning',
      words: 'It has handlers in its HTML (onclick="…"), which do not run in the page. In a frame they do.',
    },
    only: ['in-page'],
  },
  {
    test: (code) =>
      /\b(?:window|self)\s{0,9}\.\s{0,9}(?:top|parent)\b|\btop\s{0,9}\.\s{0,9}location\b|\bparent\s{0,9}\.\s{0,9}document\b/.test(
        code,
      ),
    finding: { tone: 'warning', words: 'It tries to access the page around it. The frame blocks this.' },
    only: frames,
  },
  {
    test: (code) => /document\s{0,9}\.\s{0,9}cookie|localStorage|sessionStorage|indexedDB/.test(code),
    finding: {
      tone: 'note',
      words: 'It uses cookies or storage. In the frame they work while the page is open and are then forgotten.',
    },
    only: opaque,
  },
  {
    test: (code) =>
      /<script\b[^<>]{0,500}\b(?:async|defer)\b/i.test(code) && /document\s{0,9}\.\s{0,9}write/.test(code),
    finding: {
      tone: 'warning',
      words:
        'A script that loads by itself (async or defer) cannot use document.write: browsers ignore what it writes.',
    },
  },
  {
    test: (code) => /\b(?:href|action)\s{0,9}=\s{0,9}["']?\/(?!\/)/i.test(code),
    finding: {
      tone: 'warning',
      words:
        'It links to an address without a host, which leads to a page of this site. Use the full address with https://.',
    },
  },
  {
    test: (code) => /\b(?:alert|confirm|prompt)\s{0,9}\(/.test(code),
    finding: { tone: 'warning', words: 'It opens message boxes. The frame blocks this.' },
    only: frames,
  },
  {
    test: (code) => /(?:src|href)\s{0,9}=\s{0,9}["']?http:\/\/(?!localhost|127\.)/i.test(code),
    finding: { tone: 'warning', words: 'It loads something over http:. A site on https: will not show that part.' },
  },
  {
    test: (code) => /=\s{0,9}[\u201C\u201D\u2018\u2019]|\(\s{0,9}[\u201C\u201D\u2018\u2019]/.test(code),
    finding: {
      tone: 'warning',
      words: 'It has typographic quotes (“ ”) where code needs straight ones. Copy it again from the network itself.',
    },
  },
  {
    test: (code) => code.startsWith('\uFEFF'),
    finding: { tone: 'note', words: 'It begins with an invisible mark (BOM), which does no harm.' },
  },
  {
    test: (code) => /<style\b/i.test(code),
    finding: { tone: 'note', words: 'It brings styles of its own. They stay inside the frame.' },
    only: frames,
  },
  {
    test: (code) => /<style\b/i.test(code),
    finding: { tone: 'warning', words: 'It brings styles of its own, which apply to the whole page.' },
    only: ['in-page'],
  },
  {
    test: (code) => /<\?(?:php|=)|<%/.test(code),
    finding: { tone: 'warning', words: 'It holds server code (PHP or ASP). Nothing runs on the server here.' },
  },
  {
    test: (code) => code.trim() !== '' && !/<[a-z!]/i.test(code),
    finding: {
      tone: 'warning',
      words: 'There is no HTML in it, so readers would see it as plain text. Is a <script> around it missing?',
    },
  },
];

function findingsIn(code: string, isolation: CodeIsolation) {
  const applies = ({ only, test }: Rule) => (!only || only.includes(isolation)) && test(code);
  return rules.filter(applies).map(({ finding }) => finding);
}
