import 'server-only';
import { isIP } from 'node:net';
import { explainError } from '@/lib/database/error-messages';
import { senderAddress, senderDomain } from '@/lib/mail/sender';
import { env } from '@/lib/platform/env';
import { judgeDkim } from './dkim-verdict';
import { judgeDmarc } from './dmarc-verdict';
import { openDns } from './dns';
import { probeMailServer } from './mail-server';
import { judgeSpf } from './spf-verdict';
import { bad, good, type MailCheckOptions, type Verdict } from './verdict';

export type MailCheck = Verdict & { name: string };

/** Whether e-mails of this site can arrive: what receivers find in DNS, and the mail server. Sends nothing and never throws. */
export async function runMailChecks(options: MailCheckOptions): Promise<MailCheck[]> {
  try {
    const dns = openDns(options.dns);
    const sender = checkSender();
    if (!sender.isGood) return [sender];
    const checks = [
      check('mail-server', () => checkServer()),
      check('spf', () => judgeSpf(options, dns)),
      check('dkim', () => judgeDkim(options, dns)),
      check('dmarc', () => judgeDmarc(dns)),
    ];
    return [sender, ...(await Promise.all(checks))];
  } catch (error) {
    return [{ name: 'environment', isGood: false, sentence: explainError(error, 'The checks failed') }];
  }
}

async function check(name: string, look: () => Promise<Verdict>): Promise<MailCheck> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    return { name, ...bad(explainError(error, `The check of ${name} failed`)) };
  }
}

function checkSender(): MailCheck {
  const name = 'sender';
  const domain = senderDomain();
  if (isIP(domain) === 0 && /\.[a-z][a-z0-9-]+$/.test(domain) && !/\.(invalid|localhost|local)$/.test(domain)) {
    return { name, ...good(`E-mails are from ${senderAddress()}.`) };
  }
  return {
    name,
    ...bad(`E-mails are from ${senderAddress()}, to which nobody can answer: set MAIL_FROM (or SITE_URL).`),
  };
}

async function checkServer(): Promise<Verdict> {
  const { smtpUrl } = env();
  if (!smtpUrl) return bad('SMTP_URL is not set, so no e-mail is sent: each becomes a file in DATA_DIR/outbox.');
  return good(await probeMailServer(smtpUrl, senderAddress()));
}
