import 'server-only';
import { copyFile, mkdir, open, rename, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDb, transaction } from '@/lib/database/db';
import { mediaKeyOf } from '@/lib/images/variants';
import { isUploadName } from '@/lib/media/downloads';
import { sniffFormat } from '@/lib/media/format';
import { withIncomingFolder } from '@/lib/media/incoming';
import { shareFile } from '@/lib/media/storage';
import { flush } from '@/lib/platform/fsync';
import { newId } from '@/lib/platform/ids';
import type { LibraryTarget } from '../../importer';
import { addProblem } from '../../report/report';
import type { MediaLine } from './format';

type Image = { id: string; key: string };
const SNIFF_BYTES = 300;
const MAX_BYTES = 64 * 1024 * 1024;

/** The images of the archive by their keys: taken as they are, or the ones that are here with the same bytes. */
export class ArchiveLibrary {
  readonly #images = new Map<string, Image>();

  /** Copies the files of an image with its sizes, once; making the sizes anew would make other files. */
  async take(line: MediaLine, target: LibraryTarget) {
    const { importMap, report, write } = target;
    const known = (await importMap.find('media', [line.key])).get(line.key);
    const here = await readDb.media.findFirst({
      where: { OR: [{ hash: line.hash }, ...(known ? [{ id: known.targetId }] : [])] },
      select: { id: true, key: true },
    });
    if (here) {
      this.#images.set(line.key, here);
      const isOfBatch = known?.batchId === importMap.batchId;
      report[isOfBatch ? 'created' : 'skipped'].media += 1;
      return;
    }
    const problem = await problemOf(line, target);
    if (problem) return addProblem(report.failed, { where: `image ${line.key.slice(0, 200)}`, why: problem });
    const id = newId();
    if (write) await store(line, id, target);
    this.#images.set(line.key, { id, key: line.key });
    report.created.media += 1;
  }

  idOf(key: string) {
    return this.#images.get(key)?.id ?? null;
  }

  /** The path below the uploads of a file of the archive, as it is here. */
  pathOf(path: string) {
    const image = this.#images.get(mediaKeyOf(path));
    return image && path.startsWith(mediaKeyOf(path)) ? `${image.key}${path.slice(mediaKeyOf(path).length)}` : path;
  }
}

function pathsOf({ variants, original }: MediaLine) {
  const all = [...variants, ...(original?.variants ?? [])];
  return [...new Map(all.map((variant) => [variant.path, variant])).values()];
}

/** Names and bytes decide, not what the archive says of them. */
async function problemOf(line: MediaLine, { folders }: LibraryTarget) {
  const variants = pathsOf(line);
  if (variants.length === 0) return 'The archive names no file of it.';
  if (await readDb.media.findUnique({ where: { key: line.key }, select: { id: true } }))
    return 'Another image has its place here.';
  for (const { path } of variants) {
    if (!isUploadName(path) || path.startsWith('files/') || mediaKeyOf(path) !== line.key)
      return 'The name of one of its files is not valid here.';
    const file = folders.find(path);
    if (file === null) return `The archive does not hold its file ${path}.`;
    if ((await stat(file)).size > MAX_BYTES || !(await isOfItsKind(file, path)))
      return `Its file ${path} is not the image that its name says.`;
  }
  return null;
}

async function isOfItsKind(file: string, path: string) {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    const format = sniffFormat(buffer.subarray(0, bytesRead));
    return format !== null && path.endsWith(format === 'jpeg' ? '.jpg' : `.${format}`);
  } finally {
    await handle.close();
  }
}

async function store(line: MediaLine, id: string, { importMap, folders }: LibraryTarget) {
  const { original, variants, created, ...columns } = line;
  await withIncomingFolder(async ({ uploads, folder }) => {
    for (const { path, mime } of pathsOf(line)) {
      const target = join(uploads, path);
      if (!existsSync(target)) {
        const copy = join(folder, 'copy');
        await copyFile(folders.find(path)!, copy);
        await mkdir(dirname(target), { recursive: true });
        await flush(copy);
        await rename(copy, target);
      }
      await shareFile(path, mime);
    }
  });
  await transaction(async (tx) => {
    await importMap.forget(tx, 'media', line.key);
    await tx.media.create({
      data: {
        ...columns,
        id,
        variants: JSON.stringify(variants),
        original: original ? JSON.stringify(original) : null,
        importBatchId: importMap.batchId,
        createdAt: created,
      },
      select: { id: true },
    });
    await importMap.add(tx, [{ kind: 'media', sourceId: line.key, targetId: id, hash: line.hash }]);
  });
}
