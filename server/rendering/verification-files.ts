import { readSettings } from '@/lib/settings/queries';
import { mayBeVerificationFile, verificationFileAt } from '@/lib/settings/verification';
import type { Answer } from './buffered-response';

/** Whatever is in the file, a browser that opens it runs and loads nothing. */
const policy = `default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The file by which a service checks whose site this is; null if there is none at an address. */
export async function answerVerificationFile(pathname: string): Promise<Answer | null> {
  if (!mayBeVerificationFile(pathname)) return null;
  const file = verificationFileAt((await readSettings()).verificationFiles, pathname);
  if (!file) return null;
  return {
    status: 200,
    headers: { 'content-type': file.type, 'content-security-policy': policy, 'cache-control': 'public, max-age=0' },
    cookies: [],
    body: Buffer.from(file.content),
  };
}
