import { expect, test } from 'vitest';
import { answerCookieName, answerOf, openAnswer, readSentForm, sealAnswer } from '@/lib/actions/sealed-answer';
import { done } from '@/lib/forms/form-state';
import { serveApplication } from './application';

const address = '/admin/tags/knots?from=list';
const answer = { address, action: '40a1', place: 'k9f', actorId: null, state: done('Renamed.') };
const parts = {
  name: 'Bends',
  $ACTION_REF_2: '',
  '$ACTION_2:0': '{"id":"40a1","bound":"$@1"}',
  '$ACTION_2:1': '[{"status":"idle","message":"name=\\"$ACTION_KEY\\"","fields":{},"values":{}}]',
  $ACTION_KEY: 'k9f',
};

const sentForm = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin' },
  body: `${Object.entries(fields)
    .map(([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--edge--\r\n`,
});
const withCookie = (value: string) => ({ headers: { cookie: `theme=dark; ${answerCookieName()}=${value}` } });

/** An application that says what it was asked, or that it does not know the action. */
function serveEcho({ knowsAction = true } = {}) {
  return serveApplication((request, response) => {
    if (request.method === 'POST' && !knowsAction) response.setHeader('x-nextjs-action-not-found', '1');
    response.setHeader('Content-Type', 'application/json');
    const { method, headers } = request;
    response.end(
      JSON.stringify({
        method,
        form: readSentForm(headers['x-masthead-form']?.toString() ?? null),
        answer: headers['x-masthead-answer'] ?? null,
      }),
    );
  });
}

test('an action is told which form of which page was sent, and nobody else can tell it', async () => {
  const { ask } = await serveEcho();
  const forged = { 'x-masthead-form': '%7B%7D', 'x-masthead-answer': sealAnswer(answer) ?? '' };
  const sent = sentForm(parts);

  const reply = await ask(address, { ...sent, headers: { ...sent.headers, ...forged } });
  expect(JSON.parse(reply.body)).toEqual({
    method: 'POST',
    form: { address, action: '40a1', place: 'k9f' },
    answer: null,
  });
  expect(JSON.parse((await ask(address, { headers: forged })).body)).toEqual({
    method: 'GET',
    form: null,
    answer: null,
  });
});

test.each([
  ['no action', { name: 'Bends' }],
  ['an action that has no such name', { ...parts, '$ACTION_2:0': '{"id":"../x","bound":"$@1"}' }],
  ['no place', { ...parts, $ACTION_KEY: '' }],
])('a form with %s is answered at once', async (_, fields) => {
  const { ask } = await serveEcho();
  expect(JSON.parse((await ask(address, sentForm(fields))).body)).toMatchObject({ form: null });
});

test('the page of the form is made with its answer', async () => {
  const { ask } = await serveEcho();
  const sealed = sealAnswer(answer) ?? '';
  expect(openAnswer(sealed)).toEqual(answer);

  const reply = await ask(address, withCookie(sealed));
  expect(JSON.parse(reply.body)).toMatchObject({ method: 'POST', answer: sealed });
  expect(reply.headers['cache-control']).toBe('private, no-store');
});

test.each([
  ['of another page', sealAnswer({ ...answer, address: '/admin/tags/bends' })],
  ['of the same page with another query', sealAnswer({ ...answer, address: '/admin/tags/knots' })],
  ['that is out of date', sealAnswer(answer, Date.now() - 11 * 60_000)],
  ['that somebody changed', `${sealAnswer(answer)?.slice(0, -3)}AAA`],
  ['that is none', 'e30.e30'],
])('an answer %s is not shown', async (_, sealed) => {
  const { ask } = await serveEcho();
  expect(JSON.parse((await ask(address, withCookie(sealed ?? ''))).body)).toMatchObject({
    method: 'GET',
    answer: null,
  });
});

test('requests for less than a page are not answers to a form', async () => {
  const { ask } = await serveEcho();
  const { headers } = withCookie(sealAnswer(answer) ?? '');
  expect(JSON.parse((await ask(address, { headers: { ...headers, rsc: '1' } })).body)).toMatchObject({ method: 'GET' });
  expect(await ask(address, { headers, method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});

test('if the site was updated in between, the page comes without the answer', async () => {
  const { ask } = await serveEcho({ knowsAction: false });
  const reply = await ask(address, withCookie(sealAnswer(answer) ?? ''));
  expect(reply).toMatchObject({ status: 303, body: '', headers: { location: address } });
  expect(String(reply.headers['set-cookie'])).toBe(
    'form-answer=; Path=/admin/tags/knots; Max-Age=0; HttpOnly; SameSite=Strict',
  );
});

test('what a cookie cannot hold is not sealed', () => {
  expect(sealAnswer({ ...answer, state: done('x'.repeat(4_000)) })).toBeNull();
  expect(sealAnswer({ ...answer, address: `/admin/${'x'.repeat(300)}` })).toBeNull();
  expect(sealAnswer({ ...answer, address: '/admin/a;b' })).toBeNull();
});

test('an answer that ran out between the server and the action does nothing again', () => {
  const sealed = sealAnswer(answer) ?? '';
  expect(answerOf(null)).toBeNull();
  expect(answerOf(sealed)).toEqual(answer);
  expect(answerOf(sealed, Date.now() + 11 * 60_000)).toBe('outdated');
});
