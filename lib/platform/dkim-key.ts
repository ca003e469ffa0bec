import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Receivers take no signature of a shorter one (RFC 8301). */
const SHORTEST_KEY = 1024;

export type DkimVariables = {
  DKIM_DOMAIN?: string | undefined;
  DKIM_SELECTOR?: string | undefined;
  DKIM_PRIVATE_KEY: string | null;
  DKIM_PRIVATE_KEY_FILE: string | null;
};

/** `domain` null: that of the sender. */
export type Dkim = { domain: string | null; selector: string; privateKey: string };

/** What e-mails are signed with; null if no variable is set, and a sentence in `problem` if they do not fit together. */
export function readDkim(raw: DkimVariables): Dkim | null | { problem: string } {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: key, DKIM_PRIVATE_KEY_FILE: file } = raw;
  if (!domain && !selector && !key && !file) return null;
  if (key && file) return { problem: 'Only one of DKIM_PRIVATE_KEY and DKIM_PRIVATE_KEY_FILE may be set.' };
  if (!selector || (!key && !file)) {
    return { problem: 'DKIM_SELECTOR must be set together with DKIM_PRIVATE_KEY_FILE or DKIM_PRIVATE_KEY.' };
  }
  const privateKey = file ? readKeyFile(file) : key!.replaceAll('\\n', '\n');
  const name = file ? 'DKIM_PRIVATE_KEY_FILE' : 'DKIM_PRIVATE_KEY';
  if (privateKey === null) return { problem: `DKIM_PRIVATE_KEY_FILE names ${file}, which cannot be read.` };
  const problem = problemOfKey(privateKey);
  return problem ? { problem: `${name} must ${problem}.` } : { domain: domain ?? null, selector, privateKey };
}

function readKeyFile(file: string) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function problemOfKey(pem: string) {
  const key = parsed(pem);
  if (!key) return 'hold a private key in PEM form without a password, as “masthead dkim new” makes one';
  if (key.asymmetricKeyType !== 'rsa') return 'hold an RSA key: not every receiver knows others';
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST_KEY) return null;
  return `hold a key of at least ${SHORTEST_KEY} bits, better 2048`;
}

function parsed(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
