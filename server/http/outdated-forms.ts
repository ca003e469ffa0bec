import type { IncomingMessage, ServerResponse } from 'node:http';
import { readNoted, REFUSAL_HEADER, type NotedRefusal } from '@/lib/forms/answer-status';
import { fieldsOf } from '@/lib/forms/form-fields';
import { textsOf } from '@/lib/forms/form-texts';
import { escapeHtml } from '@/lib/html/escaping';
import { paths } from '@/lib/web/paths';
import { nameForm, NO_ACTION } from './form-answers';
import { damaged, MAX_PARSED_BYTES } from './form-check';
import { refuseRequest, type Refusal } from './refusals';
import { removeContentHeaders, withholdResponse } from './withheld-response';

const MAX_FIELDS = 2_000;

type Sent = { whole: IncomingMessage; body: Buffer; isPublic: boolean };
type Answered = { whole: IncomingMessage; body: Buffer; isOutdated: boolean };

/**
 * Returns what was typed if the form belongs to another build or its target is gone, and if it was refused and its page
 * does not show that, because the form is not there any more.
 */
export async function respondToForm(
  { whole, body, isPublic }: Sent,
  response: ServerResponse,
  answer: (whole: IncomingMessage) => Promise<void>,
) {
  if (!isPublic) nameForm(whole, body);
  if (whole.headers['next-action'] !== undefined) return answer(whole);
  // The page of a refused form is read.
  delete whole.headers['accept-encoding'];
  const isUnknown = () => response.hasHeader(NO_ACTION);
  const isRefused = () => response.hasHeader(REFUSAL_HEADER);
  const isPage = () => String(response.getHeader('content-type')).startsWith('text/html');
  const isGone = (status: number) => !isPublic && status === 404 && isPage();
  const { ended, release, ...withheld } = withholdResponse(
    response,
    (status) => isUnknown() || isGone(status) || isRefused(),
  );
  const over = Promise.race([ended, new Promise((resolve) => response.once('close', resolve))]);
  // The end of a response may be held until others are invalidated.
  const answered = answer(whole).then(() => (isRefused() ? over : null));
  const isWithheld = await Promise.race([answered, ended]).then(release, (error: unknown) => {
    release();
    response.removeHeader(REFUSAL_HEADER);
    throw error;
  });
  if (!isWithheld) return;
  const noted = isUnknown() ? null : readNoted(response);
  response.removeHeader(REFUSAL_HEADER);
  if (noted) {
    if (showsRefusal(withheld.body().toString('utf8'), noted)) return withheld.resend();
    response.removeHeader('Location');
  }
  const sent = { whole, body };
  const refusal = noted ? await unshown(noted, sent) : await refusalFor(response, { ...sent, isOutdated: isUnknown() });
  removeContentHeaders(response);
  response.removeHeader(NO_ACTION);
  refuseRequest(whole, response, refusal);
}

/** React ends a text with a tag; in the page's script, where every refusal stands, a quotation mark follows. */
function showsRefusal(html: string, { sentences }: NotedRefusal) {
  return sentences.some((sentence) => html.includes(`${escapeHtml(sentence).replaceAll('&#39;', '&#x27;')}<`));
}

async function unshown(noted: NotedRefusal, { whole, body }: Omit<Answered, 'isOutdated'>): Promise<Refusal> {
  const { status, language, sentences, words } = noted;
  const address = whole.url ?? '/';
  const typed = await typedIn(whole.headers['content-type'] ?? '', body);
  return {
    status,
    title: sentences[0] ?? '',
    advice: '',
    remedy: typed.length > 0 ? words.copy : '',
    again: address,
    ...(status === 401 ? { signIn: paths.signIn(address) } : {}),
    typed,
    language,
    words,
  };
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
