import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify';
import { simpleParser } from 'mailparser';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { dkimRecord } from '@/lib/mail/dkim-record';
import { newId } from '@/lib/platform/ids';
import { startMailSink } from '../../factories/mail-sink';
import { readEmails } from '../../factories/received-emails';

const posting = () => ({
  to: { name: 'Ida "the Gull" Brandt', email: 'ida@example.test' },
  template: {
    subject: 'Your link\r\nBcc: everybody@example.test',
    greeting: 'Hello Ida,',
    paragraphs: ['Grüße vom Hafen — 港より'],
    action: { label: 'Sign in', href: 'https://news.example/signin/link?token=abc' },
    closing: [],
  },
  id: newId(),
  writtenAt: new Date('2026-11-23T08:00:00.000Z'),
});

/** lib/mail as a process with these variables would see it. */
async function mailWith(variables: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const [{ sendEmail }, { disconnect }] = await Promise.all([
    import('@/lib/mail/sending'),
    import('@/lib/database/db'),
  ]);
  closing.push(disconnect);
  return sendEmail;
}
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closing.map((close) => close()));
});

describe('mail', () => {
  test('goes to SMTP_URL with both parts and the headers of a machine', async () => {
    const sink = await startMailSink();
    const sendEmail = await mailWith({
      SMTP_URL: sink.url,
      MAIL_FROM: 'Harbour News <post@news.example>',
      SITE_URL: 'https://news.example',
    });
    const sent = posting();
    await sendEmail(sent);

    expect(sink.received).toHaveLength(1);
    const mail = await simpleParser(sink.received[0]!.source);
    expect(mail.from?.value).toMatchObject([{ address: 'post@news.example', name: 'Harbour News' }]);
    expect([mail.to ?? []].flat().flatMap((list) => list.value)).toEqual([
      { address: 'ida@example.test', name: 'Ida "the Gull" Brandt' },
    ]);
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.messageId).toBe(`<${sent.id}@news.example>`);
    expect(mail.date).toEqual(sent.writtenAt);
    expect(mail.text).toContain('Grüße vom Hafen — 港より');
    expect(mail.text).toContain('https://news.example/signin/link?token=abc');
    expect(mail.html).toContain('Grüße vom Hafen — 港より');
  });

  test('is signed so that others can verify it, the headers of unsubscribing included', async () => {
    const sink = await startMailSink();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const sendEmail = await mailWith({
      SMTP_URL: sink.url,
      MAIL_FROM: 'Harbour News <post@news.example>',
      SITE_URL: 'https://blog.news.example',
      DKIM_SELECTOR: 'masthead',
      DKIM_PRIVATE_KEY: pem,
    });
    await sendEmail({
      ...posting(),
      thread: { inReplyTo: 'comment-1', references: ['post-1', 'comment-1'] },
      list: { id: 'post-1', unsubscribe: 'https://blog.news.example/api/unsubscribe?token=abc' },
    });

    const { source } = sink.received[0]!;
    const record = dkimRecord({ domain: 'news.example', selector: 'masthead', privateKey: pem });
    const verify = (bytes: Buffer) =>
      dkimVerify(bytes, {
        resolver: (name, type) =>
          name === record.name && type === 'TXT' ? Promise.resolve([[record.value]]) : Promise.resolve([]),
      });
    const [signature] = (await verify(source)).results;
    expect(signature).toMatchObject({
      status: { result: 'pass', aligned: 'news.example' },
      signingDomain: 'news.example',
    });
    expect(signature!.signingHeaders!.keys.toLowerCase().split(/:\s*/)).toEqual(
      expect.arrayContaining(['from', 'subject', 'references', 'list-id', 'list-unsubscribe', 'list-unsubscribe-post']),
    );
    for (const [was, is] of [
      ['List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Click'],
      ['token=abc', 'token=abd'],
    ] as const) {
      const changed = Buffer.from(source.toString('latin1').replace(was, is), 'latin1');
      expect((await verify(changed)).results[0]?.status.result).toBe('fail');
    }
  });

  test('a server that is down is an error, so that the outbox tries again', async () => {
    const sendEmail = await mailWith({ SMTP_URL: 'smtp://127.0.0.1:1' });
    await expect(sendEmail(posting())).rejects.toThrow('ECONNREFUSED');
    const { invitationSentence } = await import('@/lib/users/invitations');
    expect(invitationSentence('Ida')).toBe('The invitation to Ida is on its way.');
  });

  test('without SMTP_URL becomes one file per e-mail, in order, however often it is tried', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'masthead-mail-'));
    const sendEmail = await mailWith({
      SMTP_URL: '',
      MAIL_FROM: '',
      SITE_URL: 'http://localhost:3000',
      DATA_DIR: dataDir,
    });
    const first = posting();
    await sendEmail(first);
    await sendEmail({ ...posting(), writtenAt: new Date('2026-11-23T09:00:00.000Z') });
    await sendEmail(first);

    expect(readdirSync(join(dataDir, 'outbox')).sort()).toEqual([
      expect.stringMatching(/^2026-11-23T08-00-00.000Z-.*\.eml$/),
      expect.stringMatching(/^2026-11-23T09-00-00.000Z-.*\.eml$/),
    ]);
    const [template] = await readEmails(dataDir, 'ida@example.test');
    expect(template?.subject).not.toContain('\n');
    expect(template?.html).toContain('Sign in');
    const { invitationSentence } = await import('@/lib/users/invitations');
    expect(invitationSentence('Ida')).toContain('was not sent: it was saved as a file in the folder outbox');
  });
});
