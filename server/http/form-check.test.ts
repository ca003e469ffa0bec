import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { checkForm } from './form-check';
import { BodyRejected } from './request-body';

const bounds = { bytes: 12 * 1024 * 1024, fields: 2_000, within: 1_000 };
const head = 'Content-Disposition: form-data; name="a"';
const part = (content: string, name = head) => `--edge\r\n${name}\r\n\r\n${content}\r\n`;

function check(body: string, headers: Record<string, string> = {}) {
  const type = 'multipart/form-data; boundary=edge';
  return checkForm({ 'content-type': type, ...headers }, Buffer.from(body), bounds).then(
    () => 'taken',
    (error: unknown) => (error instanceof BodyRejected ? error.refusal.status : error),
  );
}

const long = 'w'.repeat(300_000);

test.each([
  ['one field', `${part('words')}--edge--\r\n`],
  ['no field', '--edge--\r\n'],
  ['a file', `${part('x', `${head}; filename="x.png"\r\nContent-Type: image/png`)}--edge--\r\n`],
  ['a long text', `${part(long)}--edge--\r\n`],
  ['words that look like the line between fields', `${part('--edg\r\n--edg')}--edge--\r\n`],
])('accepts %s', async (_, body) => {
  expect(await check(body)).toBe('taken');
  expect(await check(body, { 'next-action': 'a' })).toBe('taken');
});

test.each([
  ['nothing', ''],
  ['no form', 'words'],
  ['a form without its end', part('words')],
  ['a long text without its end', part(long)],
  ['a part without a name', `${part('words', 'Content-Type: text/plain')}--edge--\r\n`],
  ['a head without its end', `--edge\r\n${head}${long}`],
  ['heads without number', `${part('words', `${head}\r\n${'a: b\r\n'.repeat(50_000)}`)}--edge--\r\n`],
])('%s is refused as damaged', async (_, body) => {
  expect(await check(body)).toBe(400);
  expect(await check(body, { 'next-action': 'a' })).toBe(400);
});

const named = (name: string, content: string) => part(content, `Content-Disposition: form-data; name="${name}"`);
const reference = named('$ACTION_REF_1', '') + named('$ACTION_1:0', '{"id":"7f","bound":"$@1"}');
const state = '[{"status":"idle","values":{"price":"$$5"},"at":"$D2026-11-28T00:00:00.000Z","none":"$undefined"}]';

test('an action comes with all its arguments', async () => {
  const whole = reference + named('$ACTION_1:1', state) + named('$ACTION_KEY', 'k');
  expect(await check(`${whole}${part('{ "$@9"')}--edge--\r\n`)).toBe('taken');
  expect(await check(`${named('$ACTION_ID_7f', '')}--edge--\r\n`)).toBe('taken');
});

test.each([
  ['lacks its arguments', reference],
  ['has arguments that are cut off', reference + named('$ACTION_1:1', state.slice(0, 20))],
  ['has arguments that lack a part', reference + named('$ACTION_1:1', '[{"fields":"$@2"}]')],
  ['has a name that is cut off', named('$ACTION_REF_1', '') + named('$ACTION_1:0', '{"id":"7f')],
])('an action that %s is refused as damaged', async (_, parts) => {
  expect(await check(`${parts}${part('words')}--edge--\r\n`)).toBe(400);
});

test('more fields than any form has', async () => {
  expect(await check(`${part('').repeat(2_000)}--edge--\r\n`)).toBe('taken');
  expect(await check(`${part('').repeat(2_001)}--edge--\r\n`)).toBe(413);
  const listed = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await check('a=&'.repeat(1_999) + 'a=', listed)).toBe('taken');
  expect(await check('a=&'.repeat(2_000) + 'a=', listed)).toBe(413);
});

test.each([
  ['words', 'w'],
  ['line ends', '\r\n'],
  ['beginnings of the line between fields', '\r\n--edg'],
  ['heads', 'a: b\r\n'],
])('twelve megabytes of %s block no other request', async (_, piece) => {
  const body = Buffer.from(`${part(piece.repeat(Math.floor(11_900_000 / piece.length)))}--edge--\r\n`);
  const processorTime = startProcessorTime();
  await checkForm({ 'content-type': 'multipart/form-data; boundary=edge' }, body, bounds);
  // Two seconds and more, had they been read as Next reads them.
  expect(processorTime()).toBeLessThan(1_000);
});
