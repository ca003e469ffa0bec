/** What proves to a search engine or a platform that the site is the owner's. */
export type Verification = { name: string; content: string };

export const MAX_VERIFICATIONS = 20;
const tag = /<meta\s[^<>]*>/gi;
const nameOf = /\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const contentOf = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
/** "google-site-verification", "msvalidate.01", "p:domain_verify" and their like. */
const isVerification = /^[a-z0-9:._-]*(?:verif|validate)[a-z0-9:._-]*$/i;
const isContent = /^[\w.:/+=@-]{1,300}$/;

/** The tags in what somebody pasted; null if anything else is in it. */
export function readVerifications(pasted: string): Verification[] | null {
  if (pasted.replace(tag, '').trim() !== '') return null;
  const found = [...pasted.matchAll(tag)].map(([meta]) => ({
    name: valueIn(meta, nameOf),
    content: valueIn(meta, contentOf),
  }));
  const isUsable = found.every(({ name, content }) => isVerification.test(name) && isContent.test(content));
  return isUsable && found.length <= MAX_VERIFICATIONS ? found : null;
}

/** As they are stored and shown, a line each. */
export function writeVerifications(verifications: readonly Verification[]) {
  return verifications.map(({ name, content }) => `<meta name="${name}" content="${content}">`).join('\n');
}

/** For the head of pages: the contents by name. */
export function verificationTags(stored: string): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  for (const { name, content } of readVerifications(stored) ?? []) (tags[name] ??= []).push(content);
  return tags;
}

function valueIn(meta: string, attribute: RegExp) {
  const [, double, single] = attribute.exec(meta) ?? [];
  return double ?? single ?? '';
}
