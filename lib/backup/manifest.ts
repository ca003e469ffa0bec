import { z } from 'zod';
import { isUploadName } from '@/lib/media/downloads';

/** The first entry: enough to decide whether the backup can be used. */
export const headName = 'masthead-backup.json';
/** The last entry: proves that the file is complete. */
export const manifestName = 'manifest.json';
export const secretsName = 'secrets.json';

export const backupHead = z.object({
  format: z.literal(1),
  version: z.string(),
  /** The last migration, the same name on both databases. */
  schema: z.string(),
  madeAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'postgresql']),
  withSecrets: z.boolean(),
});

export const backupManifest = z.object({
  rows: z.record(z.string(), z.number().int()),
  uploads: z.number().int(),
  /** SHA-256 of every other entry, by name. */
  checksums: z.record(z.string(), z.string()),
});

export type BackupHead = z.output<typeof backupHead>;
export type BackupManifest = z.output<typeof backupManifest>;

const tableName = /^data\/([A-Za-z]{1,40})\/\d{6}\.ndjson$/;

export type EntryKind =
  { kind: 'head' | 'manifest' | 'secrets' } | { kind: 'rows'; model: string } | { kind: 'upload'; path: string };

/** The kind of an entry by name; null for invalid names, "../" among them. */
export function kindOf(name: string): EntryKind | null {
  if (name === headName) return { kind: 'head' };
  if (name === manifestName) return { kind: 'manifest' };
  if (name === secretsName) return { kind: 'secrets' };
  const model = tableName.exec(name)?.[1];
  if (model) return { kind: 'rows', model };
  const path = /^uploads\/(.+)$/.exec(name)?.[1];
  return path && isUploadName(path) ? { kind: 'upload', path } : null;
}
