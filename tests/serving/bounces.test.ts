import { expect, test } from 'vitest';
import { deliveryReport } from '../factories/delivery-reports';
import { startProduct } from '../setup/product';

const secret = 'what-the-pipe-knows';

test('the pipe of a mail server hands reports in, as curl sends them', async () => {
  const { url } = await startProduct({ BOUNCE_ADDRESS: 'bounces@news.test', BOUNCE_SECRET: secret });
  const send = async (body: Buffer<ArrayBuffer>, headers: Record<string, string>) => {
    const answer = await fetch(`${url}/api/bounces`, { method: 'POST', body, headers });
    return [answer.status, await answer.text()];
  };
  const report = deliveryReport({ to: 'bounces+forged@news.test', original: 'To: ida@example.test\n\na=b&c=d' });
  const known = { authorization: `Bearer ${secret}` };
  const taken = [
    200,
    expect.stringMatching(/^Nothing was changed: this is not a bounce of an e-mail that this site sent/),
  ];

  expect(await send(report, { ...known, 'content-type': 'message/rfc822' })).toEqual(taken);
  expect(await send(report, { ...known, 'content-type': 'application/x-www-form-urlencoded' })).toEqual(taken);
  expect((await send(report, { 'content-type': 'message/rfc822' }))[0]).toBe(403);
  expect((await send(Buffer.alloc(600 * 1024), { ...known, 'content-type': 'message/rfc822' }))[0]).toBe(413);
});
