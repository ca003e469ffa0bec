import { expect, test } from 'vitest';
import { deliveryReport } from '../../tests/factories/delivery-reports';
import { readDeliveryReport } from './delivery-report';

test('a report names to whom it came, and what the other mail server said', async () => {
  const report = deliveryReport({
    to: 'bounces+abc@news.test',
    status: '5.1.1',
    diagnostic: 'smtp; 550 5.1.1 <ida@example.test>:\n    no such user',
  });
  expect(await readDeliveryReport(report)).toEqual({
    addresses: ['bounces+abc@news.test'],
    failure: { status: '5.1.1', reply: '550 5.1.1 <ida@example.test>: no such user' },
  });
});

test('the line that Postfix puts before what it hands to a pipe is no header', async () => {
  const line = 'From MAILER-DAEMON  Fri Nov 27 12:00:00 2026\n';
  const report = Buffer.concat([Buffer.from(line), deliveryReport({ to: 'bounces+abc@news.test' })]);
  expect(await readDeliveryReport(report)).toEqual({
    addresses: ['bounces+abc@news.test'],
    failure: { status: '5.1.1', reply: '550 5.1.1 No such user here' },
  });
});

test('a report that names no words has its status', async () => {
  const report = deliveryReport({ to: 'b@news.test', status: '5.1.1 (bad address)', diagnostic: null });
  expect((await readDeliveryReport(report)).failure).toEqual({ status: '5.1.1', reply: '5.1.1 (bad address)' });
});

test.each(['delayed', 'delivered', 'relayed'])('what is %s has not failed', async (action) => {
  const report = deliveryReport({ to: 'b@news.test', action, status: '4.4.1', diagnostic: null });
  expect((await readDeliveryReport(report)).failure).toBeNull();
});

test('a report within the e-mail that is reported on does not count', async () => {
  const inner = deliveryReport({ to: 'b@news.test' }).toString();
  const report = deliveryReport({ to: 'b@news.test', action: 'delayed', original: inner });
  expect((await readDeliveryReport(report)).failure).toBeNull();
});

test('other headers that name the address are read, too', async () => {
  const source = Buffer.from(
    'Delivered-To: one@news.test\r\nX-Original-To: <two@news.test>\r\n\r\nI am away until Monday.\r\n',
  );
  expect(await readDeliveryReport(source)).toEqual({ addresses: ['one@news.test', 'two@news.test'], failure: null });
});

test.each([
  ['nothing', ''],
  ['no message', '\u0000\u0001\u0002'.repeat(1000)],
  ['too deep a message', deepMessage(40)],
])('%s is no report', async (_, source) => {
  expect((await readDeliveryReport(Buffer.from(source))).failure).toBeNull();
});

function deepMessage(depth: number) {
  const open = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  return `To: b@news.test\r\n${open.join('')}`;
}
