import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  ANSWER_HEADER,
  answerCookie,
  answerCookieName,
  FORM_HEADER,
  openAnswer,
  writeSentForm,
  type FormAnswer,
} from '@/lib/actions/sealed-answer';
import type { Application } from '@/server/rendering/application';
import { withBody } from './request-body';
import { removeContentHeaders, withholdResponse } from './withheld-response';

/** Next's header for an unknown action. */
export const NO_ACTION = 'x-nextjs-action-not-found';
const ACTION_REFERENCE = 'name="$ACTION_REF_';
const BOUNDARY = 'form-answer';

/** Names the form to its action, which may answer with a redirect to a page that shows what was done. */
export function nameForm(request: IncomingMessage, body: Buffer = Buffer.alloc(0)) {
  const scripted = request.headers['next-action']?.toString();
  const form = scripted === undefined ? formIn(body) : { action: scripted, place: '' };
  if (form && /^[0-9a-f]+$/.test(form.action))
    request.headers[FORM_HEADER] = writeSentForm({ address: request.url ?? '/', ...form });
}

/** React's name of the action and of the form's place on the page; they come before what was typed. */
export function formIn(body: Buffer) {
  const at = body.indexOf(ACTION_REFERENCE);
  if (at < 0) return null;
  const [number] = /^\d+/.exec(body.toString('latin1', at + ACTION_REFERENCE.length, at + 64)) ?? [];
  const action = /^\{"id":"([^"]+)"/.exec(fieldOf(body, `$ACTION_${number}:0`))?.[1];
  const place = fieldOf(body, '$ACTION_KEY');
  return action && place ? { action, place } : null;
}

/** A page for one person; once with the answer of its form, if the browser comes from sending it. */
export async function servePersonal(request: IncomingMessage, response: ServerResponse, application: Application) {
  const found = answerFor(request);
  if (!found) return application.answer(request, response);
  const { ended, release } = withholdResponse(response, () => response.hasHeader(NO_ACTION));
  await Promise.race([application.answer(asForm(request, found), response), ended]);
  if (release()) sendWithoutAnswer(response, found.answer);
}

type Found = { token: string; answer: FormAnswer };

function answerFor({ method, url, headers }: IncomingMessage): Found | null {
  const name = `${answerCookieName()}=`;
  if (method !== 'GET' || headers.rsc !== undefined || !headers.cookie?.includes(name)) return null;
  for (const cookie of headers.cookie.split(/; */).filter((each) => each.startsWith(name))) {
    const token = cookie.slice(name.length);
    const answer = openAnswer(token);
    if (answer && answer.address === url) return { token, answer };
  }
  return null;
}

/** Next renders the state of a form in answer to that form alone; the action knows by the header that it is done. */
function asForm(request: IncomingMessage, { token, answer }: Found) {
  const fields = {
    $ACTION_REF_1: '',
    '$ACTION_1:0': JSON.stringify({ id: answer.action, bound: '$@1' }),
    '$ACTION_1:1': '[null]',
    // Without it React looks for no form.
    ...(answer.place ? { $ACTION_KEY: answer.place } : {}),
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const form = withBody(request, Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`));
  form.method = 'POST';
  Object.assign(form.headers, {
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    origin: `http://${request.headers.host}`,
    [ANSWER_HEADER]: token,
  });
  // With https, Next would speak TLS to this server.
  delete form.headers['x-forwarded-proto'];
  return form;
}

/** The site was updated in between. */
function sendWithoutAnswer(response: ServerResponse, { address }: FormAnswer) {
  removeContentHeaders(response);
  response.removeHeader(NO_ACTION);
  response.setHeader('Set-Cookie', expiredCookie(address));
  response.writeHead(303, { Location: address }).end();
}

function expiredCookie(address: string) {
  const [name, value, { path, maxAge, secure }] = answerCookie('', address);
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

function fieldOf(body: Buffer, name: string) {
  const head = `name="${name}"\r\n\r\n`;
  const at = body.indexOf(head);
  const end = at < 0 ? -1 : body.indexOf('\r\n--', at + head.length);
  return end < 0 ? '' : body.toString('utf8', at + head.length, end);
}
