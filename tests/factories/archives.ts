import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { pack } from 'tar-stream';

type ZipEntry = Partial<{
  content: string | Buffer;
  /** The raw bytes of the name instead of UTF-8. */
  rawName: Buffer;
  /** 8 is deflate, 0 stored; others are unusual. */
  method: number;
  /** 1 says encrypted, 0x800 that the name is UTF-8. */
  flags: number;
  /** Unix mode: 0o120777 is a symbolic link. */
  mode: number;
  checksum: number;
  /** A false uncompressed size. */
  size: number;
}>;

/** A valid or deliberately invalid zip file. */
export function zipOf(entries: Record<string, string | Buffer | ZipEntry>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(entries)) {
    const entry = typeof given === 'string' || Buffer.isBuffer(given) ? { content: given } : given;
    const { body, central } = packed(name, entry, offset);
    bodies.push(body);
    directory.push(central);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

function packed(name: string, entry: ZipEntry, offset: number) {
  const { method = 8, flags = 0x800, mode = 0o100644 } = entry;
  const content = Buffer.from(entry.content ?? '');
  const data = method === 8 ? deflateRawSync(content) : content;
  const bytes = entry.rawName ?? Buffer.from(name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(flags, 2);
  facts.writeUInt16LE(method, 4);
  facts.writeUInt32LE(entry.checksum ?? crc32(content), 10);
  facts.writeUInt32LE(data.length, 14);
  facts.writeUInt32LE(entry.size ?? content.length, 18);
  facts.writeUInt16LE(bytes.length, 22);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((mode << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  const [local, made] = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1')];
  return {
    body: Buffer.concat([local, facts, bytes, data]),
    central: Buffer.concat([made, facts, rest, bytes]),
  };
}

type TarEntry = { content?: string | Buffer; linkTo?: string };

export async function tarOf(entries: Record<string, string | Buffer | TarEntry>): Promise<Buffer> {
  const tar = pack();
  for (const [name, given] of Object.entries(entries)) {
    const entry = typeof given === 'string' || Buffer.isBuffer(given) ? { content: given } : given;
    if (entry.linkTo) tar.entry({ name, type: 'symlink', linkname: entry.linkTo });
    else tar.entry({ name }, Buffer.from(entry.content ?? ''));
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Writes a file into a new folder and returns its path. */
export function fileOf(content: Buffer | string, name: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'masthead-archive-')), name);
  writeFileSync(path, content);
  return path;
}
