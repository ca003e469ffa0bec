import { expect, test } from 'vitest';
import { answerRefusal } from '@/lib/forms/answer-status';
import { serveApplication } from './application';

const address = '/knots/comments/c1?reply';
const words = {
  copy: 'Copy it.',
  typed: 'You typed',
  signIn: 'Sign in',
  again: 'Open it again',
  home: 'Home',
};
const refusal = { language: 'en', sentences: ['Isn’t "it" <closed> & over?', 'Too late.'], words };
const sent = {
  method: 'POST',
  headers: { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin' },
  body: [
    ['id', 'c1'],
    ['body', 'The ferry <is> late.'],
    ['password', 'not to be shown'],
  ]
    .map(([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .concat('--edge--\r\n')
    .join(''),
};

/** An application that refuses each form, and answers with a page. */
function refuseWith(status: number, page: { status?: number; html?: string; location?: string; sentences?: string[] }) {
  return serveApplication((_, response) => {
    answerRefusal({ status, retryAfter: null }, { ...refusal, sentences: page.sentences ?? refusal.sentences });
    if (page.status) response.statusCode = page.status;
    if (page.location) response.setHeader('Location', page.location);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.write(page.html?.slice(0, 5) ?? '');
    response.end(page.html?.slice(5));
  });
}

test('a page that shows the refusal of its form is sent as it is', async () => {
  const html = '<p>Isn’t &quot;it&quot; &lt;closed&gt; &amp; over?</p><script>["Too late."]</script>';
  const { ask } = await refuseWith(409, { html });
  const reply = await ask(address, sent);
  expect(reply).toMatchObject({ status: 409, body: html });
  expect(reply.headers).not.toHaveProperty('x-masthead-refusal');

  const field = await refuseWith(422, { html: '<a href="#body">Comment: Too late.</a>' });
  expect((await field.ask(address, sent)).body).toContain('#body');
});

test('a page without the form is replaced by the refusal and what was typed', async () => {
  const { ask } = await refuseWith(409, { html: '<script>["Too late."]</script><h1>Nothing to decide</h1>' });
  const reply = await ask(address, sent);
  expect(reply.status).toBe(409);
  expect(reply.headers).not.toHaveProperty('x-masthead-refusal');
  expect(reply.body).toContain('<h1>Isn’t &quot;it&quot; &lt;closed&gt; &amp; over?</h1>');
  expect(reply.body).toContain('\nThe ferry &lt;is&gt; late.</textarea>');
  expect(reply.body).toContain('<a href="/knots/comments/c1?reply">Open it again</a>');
  expect(reply.body).not.toContain('Sign in');
  expect(reply.body).not.toContain('not to be shown');
});

test.each([
  ['is for somebody who is signed in', { status: 307, location: '/signin?to=%2Fadmin' }],
  ['does not exist for strangers', { status: 404, html: '<h1>Page not found</h1>' }],
  ['has no such form for strangers', { html: '<h1>A comment</h1>' }],
])('where the session ended and the page %s, there is a way to sign in and back', async (_, page) => {
  const { ask } = await refuseWith(401, { ...page, sentences: ['Please sign in first.'] });
  const reply = await ask(address, sent);
  expect(reply.status).toBe(401);
  expect(reply.headers).not.toHaveProperty('location');
  expect(reply.body).toContain('<h1>Please sign in first.</h1>');
  expect(reply.body).toContain('The ferry &lt;is&gt; late.');
  expect(reply.body).toContain('<a href="/signin?to=%2Fknots%2Fcomments%2Fc1%3Freply">Sign in</a>');
});

test('a missing page of the admin leads to the dashboard, others to the home page alone', async () => {
  const { ask } = await serveApplication((_, response) => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<h1>Drawn by script</h1>');
  });
  const missing = { accept: 'text/html' };
  const ofStaff = await ask('/admin/posts/nothing-here', { headers: missing });
  expect(ofStaff.body).toContain('<a href="/admin">Go to the dashboard</a> · <a href="/">Go to the home page</a>');
  const ofReaders = await ask('/preview/nothing-here', { headers: missing });
  expect(ofReaders.body).toContain('<a href="/">Go to the home page</a>');
  expect(ofReaders.body).not.toContain('dashboard');
});

test('a refusal in Arabic is a page that is read from the right', async () => {
  const { ask } = await serveApplication((_, response) => {
    answerRefusal({ status: 401, retryAfter: null }, { ...refusal, language: 'ar', sentences: ['سجّل الدخول'] });
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<h1></h1>');
  });
  expect((await ask(address, sent)).body).toContain('<html lang="ar" dir="rtl">');
});
