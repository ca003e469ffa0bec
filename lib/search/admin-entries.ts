import 'server-only';
import type { Tx } from '@/lib/database/db';
import { sortKeyOf } from './entry';
import { wordsOfText, type Spelling, type Term, type TextWords } from './words';

export const adminKinds = ['comment', 'media', 'file', 'user', 'tag'] as const;
export type AdminKind = (typeof adminKinds)[number];

/** An indexed row: its words and marks, and its sort key among rows of its kind. */
export type AdminEntry = { rowId: string; kind: AdminKind; place: bigint } & TextWords;

type Found = { id: string; createdAt: Date; texts: (string | null | undefined)[]; marks: string[] };

/** Filters besides words, encoded as words that no text contains. */
export const markOf = {
  status: (status: string) => `xstatus${status}`,
  post: (id: string) => `xpost${compact(id)}`,
  user: (id: string) => `xperson${compact(id)}`,
  role: (role: string) => `xrole${role}`,
  withoutAlt: 'xwithoutalt',
  fileKind: (kind: string) => `xfilekind${kind}`,
};

/** A word as indexed: prefixed with a letter per kind, so that kinds never match each other. */
export function wordOf(kind: AdminKind, word: string) {
  return kind.charAt(0) + word;
}

export function termsIn(kind: AdminKind, terms: readonly Term[]): Term[] {
  const inKind = (spelling: Spelling) => ({ ...spelling, words: spelling.words.map((word) => wordOf(kind, word)) });
  return terms.map(({ others = [], ...term }) => ({ ...inKind(term), others: others.map(inKind) }));
}

/** The entries of these rows; deleted or hidden rows have none. */
export async function readAdminEntries(tx: Tx, kind: AdminKind, ids: string[]): Promise<AdminEntry[]> {
  const rows = await readers[kind](tx, ids);
  return rows.map(({ id, createdAt, texts, marks }) => {
    const parts = [...new Set(texts)].map((text) => wordsOfText(text ?? ''));
    const inKind = (words: string[]) => words.map((word) => wordOf(kind, word));
    return {
      rowId: id,
      kind,
      place: sortKeyOf(id, createdAt),
      words: [...inKind(parts.flatMap(({ words }) => words)), ...marks],
      beside: inKind(parts.flatMap(({ beside }) => beside)),
    };
  });
}

const readers: Record<AdminKind, (tx: Tx, ids: string[]) => Promise<Found[]>> = {
  comment: async (tx, ids) => {
    const rows = await tx.comment.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        createdAt: true,
        body: true,
        authorName: true,
        status: true,
        postId: true,
        authorId: true,
        author: { select: { name: true } },
      },
    });
    return rows.map(({ id, createdAt, body, authorName, author, status, postId, authorId }) => ({
      id,
      createdAt,
      texts: [author?.name, authorName, body],
      marks: [markOf.status(status), markOf.post(postId), ...(authorId ? [markOf.user(authorId)] : [])],
    }));
  },
  media: async (tx, ids) => {
    const rows = await tx.media.findMany({
      where: { id: { in: ids }, deletedAt: null },
      select: { id: true, createdAt: true, alt: true, caption: true, credit: true, fileName: true, key: true },
    });
    return rows.map(({ id, createdAt, ...texts }) => ({
      id,
      createdAt,
      texts: Object.values(texts),
      marks: texts.alt ? [] : [markOf.withoutAlt],
    }));
  },
  file: async (tx, ids) => {
    const rows = await tx.storedFile.findMany({
      where: { id: { in: ids }, deletedAt: null },
      select: { id: true, createdAt: true, fileName: true, kind: true },
    });
    return rows.map(({ id, createdAt, fileName, kind }) => ({
      id,
      createdAt,
      texts: [fileName],
      marks: [markOf.fileKind(kind)],
    }));
  },
  user: async (tx, ids) => {
    const rows = await tx.user.findMany({
      where: { id: { in: ids }, deletedAt: null },
      select: { id: true, createdAt: true, name: true, email: true, role: true },
    });
    return rows.map(({ id, createdAt, name, email, role }) => ({
      id,
      createdAt,
      texts: [name, email],
      marks: [markOf.role(role)],
    }));
  },
  tag: async (tx, ids) => {
    const rows = await tx.tag.findMany({
      where: { id: { in: ids } },
      select: { id: true, createdAt: true, name: true, slug: true },
    });
    return rows.map(({ id, createdAt, name, slug }) => ({ id, createdAt, texts: [name, slug], marks: [] }));
  },
};

function compact(id: string) {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '');
}
