import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect, test as base } from './site';
import { linkIn } from '../factories/received-emails';

export { expect };

/** A mail server of this machine, and what the site sent to it. */
export type Mail = { url: string; to: (address: string) => ParsedMail[]; linkTo: (address: string) => Promise<string> };

type Options = { mail: Mail };

/** A site with a mail server, at the address in its links. */
export const test = base.extend<object, Options>({
  mail: [
    // Playwright reads from this pattern what a fixture depends on.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { mail, stop } = await startMail();
      await use(mail);
      await stop();
    },
    { scope: 'worker' },
  ],
  environment: [
    async ({ mail }, use) => use({ SMTP_URL: mail.url, SITE_URL: 'http://localhost:{port}' }),
    { scope: 'worker' },
  ],
});

async function startMail() {
  const arrived: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const mail = simpleParser(stream).then((parsed) => arrived.push(parsed));
      void mail.finally(() => done());
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const to = (address: string) =>
    arrived.filter((mail) => [mail.to ?? []].flat().some(({ value }) => value.some((one) => one.address === address)));
  const mail = {
    url: `smtp://127.0.0.1:${port}`,
    to,
    linkTo: async (address: string) => {
      await expect.poll(() => to(address).length, { intervals: [100] }).toBeGreaterThan(0);
      return linkIn(to(address).at(-1));
    },
  };
  return { mail, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
