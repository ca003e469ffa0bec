import { ownSegmentOf } from '@/lib/web/own-routes';

/** What proves to a search engine or a platform that the site is the owner's. */
export type Verification = { name: string; content: string };

/** A file that does the same, at an address of the site. */
export type VerificationFile = { name: string; content: string };

export const MAX_VERIFICATIONS = 20;
export const MAX_VERIFICATION_FILES = 10;
export const MAX_FILE_CONTENT = 4_000;

/** The services that have a field of their own: the setting, the service and the name of its tag. */
export const verificationServices = [
  ['verificationGoogle', 'Google', 'google-site-verification'],
  ['verificationBing', 'Bing', 'msvalidate.01'],
  ['verificationYandex', 'Yandex', 'yandex-verification'],
  ['verificationPinterest', 'Pinterest', 'p:domain_verify'],
  ['verificationFacebook', 'Facebook', 'facebook-domain-verification'],
  ['verificationAhrefs', 'Ahrefs', 'ahrefs-site-verification'],
] as const;

export type VerificationSetting = (typeof verificationServices)[number][0];

const tag = /<meta\s[^<>]*>/gi;
const nameOf = /\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const contentOf = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const isName = /^[a-z0-9][a-z0-9:._-]{1,79}$/i;
const isContent = /^[\w.:/+=@-]{1,300}$/;
/** What browsers and search engines act on. */
const isInstruction =
  /^(?:robots|.*bot(?:-\w+)?|slurp|google|referrer|viewport|description|keywords|author|generator|rating|color-scheme|supported-color-schemes|theme-color|application-name|format-detection|csrf-.*|next-.*|(?:og|twitter|article|fb|al):.*|(?:apple|msapplication|mobile-web-app)-.*)$/i;
const types = { html: 'text/html; charset=utf-8', xml: 'application/xml', txt: 'text/plain; charset=utf-8' } as const;
const fileName = /^[a-z0-9][a-z0-9_-]{2,99}\.(html|xml|txt)$/i;

/** The tags in what somebody pasted; null if anything else is in it. */
export function readVerifications(pasted: string): Verification[] | null {
  if (pasted.replace(tag, '').trim() !== '') return null;
  const found = [...pasted.matchAll(tag)].map(([meta]) => ({
    name: valueIn(meta, nameOf),
    content: valueIn(meta, contentOf),
  }));
  const isUsable = found.every(
    ({ name, content }) => isName.test(name) && !isInstruction.test(name) && isContent.test(content),
  );
  return isUsable && found.length <= MAX_VERIFICATIONS ? found : null;
}

/** As they are stored and shown, a line each. */
export function writeVerifications(verifications: readonly Verification[]) {
  return verifications.map(({ name, content }) => `<meta name="${name}" content="${content}">`).join('\n');
}

/** The code of one service in what somebody pasted, alone or in its tag; otherwise a sentence that says what is wrong. */
export function readServiceCode(pasted: string, name: string): { code: string } | { refusal: string } {
  const text = pasted.trim();
  const refusal = 'Paste the code of this service or its whole meta tag, and nothing else.';
  if (!text.startsWith('<')) {
    const code = text.replace(`${name}=`, '');
    return code === '' || isContent.test(code) ? { code } : { refusal };
  }
  const [found, ...others] = readVerifications(text) ?? [];
  if (!found || others.length > 0) return { refusal };
  if (found.name.toLowerCase() !== name) {
    return { refusal: 'This is the tag of another service. Paste it in its own field, or under “Other tags”.' };
  }
  return { code: found.content };
}

/** For the head of pages: the contents by name. */
export function verificationTags(settings: Record<VerificationSetting | 'verification', string>) {
  const tags: Record<string, string[]> = {};
  const add = (name: string, content: string) => {
    const contents = (tags[name] ??= []);
    if (!contents.includes(content)) contents.push(content);
  };
  for (const [setting, , name] of verificationServices) if (settings[setting]) add(name, settings[setting]);
  for (const { name, content } of readVerifications(settings.verification) ?? []) add(name, content);
  return tags;
}

/** Why a file cannot be stored, by the field; null if it can. */
export function refusalOfFile({ name, content }: VerificationFile): Record<string, string> | null {
  if (!fileName.test(name)) {
    return {
      fileName:
        'Enter the name that the service gave, such as google1a2b3c.html: letters, digits, - and _, ending in .html, .xml or .txt.',
    };
  }
  if (ownSegmentOf(`/${name.toLowerCase()}`)) {
    return { fileName: 'The site has a file of this name itself. Enter the name that the service gave.' };
  }
  if (content.trim() === '') return { fileContent: 'Enter what the file contains.' };
  if (content.length > MAX_FILE_CONTENT)
    return { fileContent: 'Use at most 4,000 characters for a verification file.' };
  return null;
}

/** The file at an address, in whatever capitals, with its type; null for none. */
export function verificationFileAt(files: readonly VerificationFile[], pathname: string) {
  const [, extension = ''] = fileName.exec(pathname.slice(1)) ?? [];
  const file = extension && files.find(({ name }) => `/${name}`.toLowerCase() === pathname.toLowerCase());
  return file ? { content: file.content, type: types[extension.toLowerCase() as keyof typeof types] } : null;
}

/** Whether an address could be that of such a file. */
export function mayBeVerificationFile(pathname: string) {
  return fileName.test(pathname.slice(1)) && ownSegmentOf(pathname.toLowerCase()) === null;
}

function valueIn(meta: string, attribute: RegExp) {
  const [, double, single] = attribute.exec(meta) ?? [];
  return double ?? single ?? '';
}
