import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MAX_CODE_LENGTH } from './isolation-names';
import { consents } from './consent';
import { isSeen, lineOf, linesOf } from '@/lib/text/visible-text';
import type { Prisma } from '@/prisma/generated/sqlite/client';

export const creativeKinds = ['code', 'image', 'text'] as const;
export type CreativeKind = (typeof creativeKinds)[number];

/** Where pasted code runs: in a frame without an origin, in a frame of another origin, or in the page itself. */
export const codeIsolations = ['sandboxed', 'isolated-origin', 'in-page'] as const;
export type CodeIsolation = (typeof codeIsolations)[number];
export type Isolation = 'inline' | CodeIsolation;

const levels: Record<Isolation, number> = { inline: 0, sandboxed: 1, 'isolated-origin': 2, 'in-page': 3 };
export const IN_PAGE_LEVEL = levels['in-page'];

/** The isolation of stored content. Pasted code is never inline; unknown levels count as sandboxed. */
export function isolationOf({ kind, level }: { kind: CreativeKind; level: number }): Isolation {
  if (kind !== 'code') return level === levels.inline ? 'inline' : 'sandboxed';
  return codeIsolations.find((isolation) => levels[isolation] === level) ?? 'sandboxed';
}

const link = z
  .string()
  .trim()
  .max(2_000, 'A URL can have at most 2,000 characters. Use a shorter one.')
  .refine(
    (value) => isWebAddress(value) || /^\/(?![/\\])/.test(value),
    'Enter a URL that starts with https:// or http://, or a path on this site that starts with /.',
  );

const codeDraft = z.object({
  kind: z.literal('code'),
  isolation: z.enum(codeIsolations, 'Choose where the code runs.'),
  /** Absent: as its network is known to need it. */
  consent: z.enum(consents).optional(),
  code: z
    .string()
    .refine((code) => isSeen(code), 'Paste the code that the network gave you.')
    .refine((code) => Buffer.byteLength(code) <= MAX_CODE_LENGTH, {
      error: 'This code is larger than 100 kB. Ask the network for its short form, which loads the rest.',
    })
    .refine((code) => !code.includes('\u0000'), 'This code holds a character (NUL) that no web page can carry.'),
});

const imageDraft = z.object({
  kind: z.literal('image'),
  mediaId: z.string().min(1, 'Choose an image: JPEG, PNG, WebP, GIF or AVIF.'),
  linkUrl: link,
  alt: z
    .string()
    .transform(lineOf)
    .pipe(
      z
        .string()
        .min(1, 'Enter alt text: what the image shows, for readers who cannot see it.')
        .max(300, 'Keep the alt text under 300 characters.'),
    ),
});

const textDraft = z.object({
  kind: z.literal('text'),
  headline: z
    .string()
    .transform(lineOf)
    .pipe(z.string().min(1, 'Give it a headline.').max(90, 'Keep the headline under 90 characters.')),
  text: z.string().transform(linesOf).pipe(z.string().max(300, 'Keep the text under 300 characters.')),
  callToAction: z.string().transform(lineOf).pipe(z.string().max(40, 'Keep the call to action under 40 characters.')),
  linkUrl: link,
});

const startsAt = z.date('Enter a date and a time, or leave it empty.').nullable();
const endsAt = z.date('Enter a date and a time, or leave it empty.').nullable();

/** The content of a slot (one of three kinds) with its dates. */
export const creativeDraftSchema = z
  .discriminatedUnion('kind', [
    codeDraft.extend({ startsAt, endsAt }),
    imageDraft.extend({ startsAt, endsAt }),
    textDraft.extend({ startsAt, endsAt }),
  ])
  .refine((draft) => !draft.startsAt || !draft.endsAt || draft.startsAt < draft.endsAt, {
    path: ['endsAt'],
    error: 'The end must come after the start.',
  });
export type CreativeDraft = z.output<typeof creativeDraftSchema>;

const noContent = { code: '', mediaId: null, linkUrl: '', alt: '', headline: '', text: '', callToAction: '' };

/** The columns of a draft; those its kind does not have are empty. */
export function contentOf({ startsAt: _start, endsAt: _end, ...draft }: CreativeDraft) {
  if (draft.kind !== 'code') return { ...noContent, ...draft, level: levels.inline };
  const { kind, code, isolation } = draft;
  return { ...noContent, kind, code, level: levels[isolation] };
}

export const rowContent = {
  kind: true,
  level: true,
  code: true,
  mediaId: true,
  linkUrl: true,
  alt: true,
  headline: true,
  text: true,
  callToAction: true,
} satisfies Prisma.CreativeSelect;

/** SHA-256 of everything that is shown: versions with equal hashes look the same. */
export function hashContent(content: Omit<ReturnType<typeof contentOf>, 'kind'> & { kind: string }) {
  const { kind, level, code, mediaId, linkUrl, alt, headline, text, callToAction } = content;
  const fields = [kind, level, code, mediaId, linkUrl, alt, headline, text, callToAction];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** The part of the hash in the frame's URL. */
export function shortHash(hash: string) {
  return hash.slice(0, 16);
}

export function isWebAddress(value: string) {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.hostname !== '';
}
