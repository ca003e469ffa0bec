/** http, https, mail, telephone, and addresses within the site. */
export function isSafeAddress(address: string) {
  // oxlint-disable-next-line no-control-regex -- browsers skip control characters inside a scheme
  const plain = address.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(plain)?.[1];
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme);
}

/** The intended address: "example.org" is one, "hello" is not. */
export function addressFrom(text: string): string | null {
  const typed = text.trim();
  if (!typed || /\s/.test(typed) || !isSafeAddress(typed)) return null;
  if (/^(https?:\/\/|mailto:|tel:|\/|#)/i.test(typed)) return typed;
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(typed)) return `mailto:${typed}`;
  return /^[^/]+\.[a-z\u00a1-\uffff]{2,}(?:[/?#:].*)?$/i.test(typed) ? `https://${typed}` : null;
}

/** A complete web address and nothing else; not a path, an e-mail address or a sentence. */
export function webAddress(text: string): string | null {
  const typed = text.trim();
  if (!/^https?:\/\/\S+$/i.test(typed)) return null;
  return URL.canParse(typed) ? new URL(typed).href : null;
}
