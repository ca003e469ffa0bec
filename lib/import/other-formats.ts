import 'server-only';
import { AppError } from '@/lib/platform/errors';
import { headOf } from './archives/bytes';
import { EXPORT_HEAD_BYTES } from './archives/opening';
import type { ExportFile, Importer } from './importer';
import { importers } from './importers/registry';

/** Refuses what another importer reads, and names that one. What none knows is refused by the importer itself. */
export async function refuseOtherFormats(exports: readonly ExportFile[], importer: Importer) {
  for (const { path, name } of exports) {
    const head = { name, bytes: await headOf(path, EXPORT_HEAD_BYTES) };
    if (importer.files.recognise(head)) continue;
    const other = importers.find(({ id, files }) => id !== importer.id && !files.isGeneric && files.recognise(head));
    if (other)
      throw new AppError(
        'invalid',
        `${name} is an export of ${other.label}, not of ${importer.label}. ${commandFor(other)} Nothing was imported.`,
      );
  }
}

function commandFor({ id }: Importer) {
  return `Use “masthead import ${id} FILE”, or “masthead import FILE”, which recognises it.`;
}
