import type { ReadableStream } from 'node:stream/web';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { uploadFile } from '@/lib/media/uploading-files';

/** A form with one file, as a browser sends it. */
export function sentFile(content: string, fileName: string) {
  const form = new FormData();
  form.set('file', new File([Uint8Array.from(content, (sign) => sign.charCodeAt(0))], fileName));
  const { headers, body } = new Request('http://blog.test/', { method: 'POST', body: form });
  return { headers, body: body as ReadableStream<Uint8Array> };
}

/** An uploaded PDF. */
export async function createFile(actor: Actor, content: string, fileName = 'plan.pdf') {
  const { url } = await uploadFile(actor, sentFile(`%PDF-1.7 ${content}`, fileName));
  const path = url.replace('/uploads/', '');
  const { id } = await readDb.storedFile.findUniqueOrThrow({ where: { path }, select: { id: true } });
  return { id, url, path };
}
