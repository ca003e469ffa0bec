import type { IncomingMessage, ServerResponse } from 'node:http';
import { fieldsOf } from '@/lib/forms/form-fields';
import { textsOf } from '@/lib/forms/form-texts';
import { nameForm, NO_ACTION } from './form-answers';
import { damaged, MAX_PARSED_BYTES } from './form-check';
import { refuseRequest, type Refusal } from './refusals';
import { removeContentHeaders, withholdResponse } from './withheld-response';

const MAX_FIELDS = 2_000;

type Sent = { whole: IncomingMessage; body: Buffer; isPublic: boolean };
type Answered = { whole: IncomingMessage; body: Buffer; isOutdated: boolean };

/** Returns what was typed if the form belongs to another build or its target is gone. */
export async function respondToForm(
  { whole, body, isPublic }: Sent,
  response: ServerResponse,
  answer: (whole: IncomingMessage) => Promise<void>,
) {
  if (!isPublic) nameForm(whole, body);
  if (whole.headers['next-action'] !== undefined) return answer(whole);
  const isUnknown = () => response.hasHeader(NO_ACTION);
  const isPage = () => String(response.getHeader('content-type')).startsWith('text/html');
  const isGone = (status: number) => !isPublic && status === 404 && isPage();
  const { ended, release } = withholdResponse(response, (status) => isUnknown() || isGone(status));
  await Promise.race([answer(whole), ended]);
  if (!release()) return;
  const refusal = await refusalFor(response, { whole, body, isOutdated: isUnknown() });
  removeContentHeaders(response);
  response.removeHeader(NO_ACTION);
  refuseRequest(whole, response, refusal);
}

async function refusalFor({ statusCode }: ServerResponse, { whole, body, isOutdated }: Answered): Promise<Refusal> {
  if (!isOutdated) return gone(whole, body);
  return statusCode === 400 ? damaged().refusal : outdated(whole, body);
}

async function gone({ headers }: IncomingMessage, body: Buffer): Promise<Refusal> {
  const typed = await typedIn(headers['content-type'] ?? '', body);
  return {
    status: 404,
    title: 'Page not found',
    advice: 'What this form belongs to may have been removed meanwhile, or your account has no access to it.',
    remedy: typed.length > 0 ? 'Copy from here what you want to keep.' : '',
    typed,
  };
}

async function outdated({ url = '/', headers }: IncomingMessage, body: Buffer): Promise<Refusal> {
  return {
    status: 409,
    title: 'This site was updated while your page was open.',
    advice: 'The form on your page belongs to the previous version, so what you sent was not accepted.',
    remedy:
      'Your browser still has what you wrote: go back one page, copy anything long, reload the page and send it again.',
    again: url,
    typed: await typedIn(headers['content-type'] ?? '', body),
  };
}

// Single words may be hidden values.
async function typedIn(type: string, body: Buffer) {
  if (body.byteLength > MAX_PARSED_BYTES) return [];
  const read = new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
  const fields = fieldsOf(await read.catch(() => new FormData()), MAX_FIELDS) ?? {};
  return Object.values(textsOf(fields)).filter((text) => /\S\s+\S/.test(text));
}
