import type { FileHead } from '../../importer';

const database = /^\s*\[?\s*\{\s*"db"\s*:\s*\[\s*\{\s*"(?:meta|data)"\s*:/;
const flat = /^\s*\{\s*(?:"meta"\s*:\s*\{[^{}]{0,500}\}\s*,\s*)?"data"\s*:\s*\{\s*"[a-z_]{2,40}"\s*:\s*\[/;
const answer = /^\s*\{\s*"(?:posts|pages)"\s*:\s*\[/;
const ownFields =
  /"(?:uuid|comment_id|mobiledoc|lexical|feature_image|custom_excerpt|primary_author|posts_tags|exported_on|codeinjection_head)"\s*:/;
const redirectsName = /(?:^|\/)redirects[^/]*\.(?:json|ya?ml)$/i;

/** Whether a file is an export, an answer of the Content API, or the redirects of a site. */
export function isExport({ name, bytes }: FileHead) {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (isRedirects({ name, text })) return true;
  return database.test(text) || ((flat.test(text) || answer.test(text)) && ownFields.test(text));
}

/** Whether the tables stand at the top, as the Content API answers them. */
export function isAnswer(text: string) {
  return answer.test(text.replace(/^\uFEFF/, '')) || !/"(?:db|data)"\s*:\s*[[{]/.test(text);
}

/** Whether it is redirects.json or redirects.yaml, by its name and how it begins. */
export function isRedirects({ name, text }: { name: string; text: string }) {
  if (!redirectsName.test(name)) return false;
  return /\.json$/i.test(name)
    ? /^\s*\[\s*(?:\]|\{[^{}]{0,3000}"(?:from|to)"\s*:)/.test(text)
    : /^["']?30[12]["']?\s*:/m.test(text);
}
