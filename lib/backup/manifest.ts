import { z } from 'zod';
import { isUploadName } from '@/lib/media/downloads';

/** The first entry: what is needed to decide whether the rest can be used at all. */
export const headName = 'masthead-backup.json';
/** The last entry: what everything before it must be. Without it a file is not whole. */
export const manifestName = 'manifest.json';
export const secretsName = 'secrets.json';

export const backupHead = z.object({
  format: z.literal(1),
  version: z.string(),
  /** The last migration of the database that was backed up; the same names on both databases. */
  schema: z.string(),
  madeAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'postgresql']),
  withSecrets: z.boolean(),
});

export const backupManifest = z.object({
  rows: z.record(z.string(), z.number().int()),
  uploads: z.number().int(),
  /** SHA-256 of every other entry, by its name. */
  checksums: z.record(z.string(), z.string()),
});

export type BackupHead = z.output<typeof backupHead>;
export type BackupManifest = z.output<typeof backupManifest>;

const tableName = /^data\/([A-Za-z]{1,40})\/\d{6}\.ndjson$/;

export type EntryKind =
  { kind: 'head' | 'manifest' | 'secrets' } | { kind: 'rows'; model: string } | { kind: 'upload'; path: string };

/** What an entry is by its name; null for names that no backup has, "../" among them. */
export function kindOf(name: string): EntryKind | null {
  if (name === headName) return { kind: 'head' };
  if (name === manifestName) return { kind: 'manifest' };
  if (name === secretsName) return { kind: 'secrets' };
  const model = tableName.exec(name)?.[1];
  if (model) return { kind: 'rows', model };
  const path = /^uploads\/(.+)$/.exec(name)?.[1];
  return path && isUploadName(path) ? { kind: 'upload', path } : null;
}
