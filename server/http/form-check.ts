import type { IncomingHttpHeaders } from 'node:http';
import busboy from 'busboy';
import type { BodyLimits } from './body-limits';
import { BodyRejected, signedOut } from './request-body';

const MAX_PART_HEADER_BYTES = 8 * 1024;
/** In bytes; of larger forms only the structure is checked. */
export const MAX_PARSED_BYTES = 128 * 1024;

/** React's encoding of an action's arguments: a part of a form each, which refer to one another. */
const actionArgument = /^(\$ACTION_\d+:)[\da-f]+$/;
const argumentReference = /"\$[@FQWi]?([\da-f]+)"/g;

/** Uses Next's parser, so that both accept the same forms. */
export async function checkForm(headers: IncomingHttpHeaders, body: Buffer, bounds: BodyLimits) {
  const { fields } = bounds;
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    if (occurrences(body, '&', fields) >= fields) throw tooMany(bounds);
    return;
  }
  if (!type.startsWith('multipart/form-data')) return;
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) throw damaged();
  // A field's first line also ends the previous field.
  if (occurrences(body, `--${name}`, fields + 1) > fields + 1) throw tooMany(bounds);
  if (!isWellBuilt(body, `--${name}`)) throw damaged();
  if (body.byteLength > MAX_PARSED_BYTES) return;
  const isReadable = headers['next-action'] === undefined ? isForm : isStreamedForm;
  if (!(await isReadable(type, body))) throw damaged();
}

function occurrences(body: Buffer, text: string, enough: number) {
  let count = 0;
  for (let at = body.indexOf(text); at !== -1 && count <= enough; at = body.indexOf(text, at + text.length)) count += 1;
  return count;
}

function isWellBuilt(body: Buffer, line: string) {
  let at = body.indexOf(line);
  if (at === -1) return false;
  for (;;) {
    at += line.length;
    if (body.toString('latin1', at, at + 2) === '--') return true;
    const head = body.subarray(at, at + MAX_PART_HEADER_BYTES);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1 || !/\r\ncontent-disposition: *form-data;/i.test(head.toString('latin1', 0, end))) return false;
    at = body.indexOf(`\r\n${line}`, at + end);
    if (at === -1) return false;
    at += 2;
  }
}

function isForm(type: string, body: Buffer) {
  const read = new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
  return read.then(namesWholeActions, () => false);
}

// Next fails on an action whose arguments are incomplete.
function namesWholeActions(form: FormData) {
  return [...form].every(([name, value]) => {
    const [, prefix] = actionArgument.exec(name) ?? [];
    if (prefix === undefined || typeof value !== 'string') return true;
    return isJson(value) && [...value.matchAll(argumentReference)].every(([, part]) => form.has(`${prefix}${part}`));
  });
}

function isJson(text: string) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isStreamedForm(type: string, body: Buffer) {
  return new Promise<boolean>((resolve) => {
    try {
      const form = busboy({ headers: { 'content-type': type }, defParamCharset: 'utf8' });
      form.on('file', (_name, file) => file.resume());
      form.on('error', () => resolve(false)).on('close', () => resolve(true));
      form.end(body);
    } catch {
      resolve(false);
    }
  });
}

function tooMany({ fields, isSignedOut }: BodyLimits) {
  if (isSignedOut) return signedOut();
  return new BodyRejected({
    status: 413,
    title: 'This form has too many fields.',
    advice: `At most ${fields.toLocaleString('en')} fields are accepted at once, so nothing was saved.`,
    remedy: 'Go back one page, choose fewer, and send it again.',
  });
}

export function damaged() {
  return new BodyRejected({
    status: 400,
    title: 'This form arrived damaged.',
    advice: 'Nothing was saved.',
    remedy: 'Your browser still has what you wrote: go back one page and send it again.',
  });
}
