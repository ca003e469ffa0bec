import 'server-only';
import { signingDomain } from '@/lib/mail/dkim-signature';
import { dkimRecord, publicHalf } from '@/lib/mail/dkim-record';
import { senderDomain } from '@/lib/mail/sender';
import { env } from '@/lib/platform/env';
import { checkDkimRecord } from './dkim';
import { isAligned } from './dmarc';
import type { Dns } from './dns';
import { bad, good, type MailCheckOptions, type Verdict } from './verdict';

/** Whether receivers find the key of signatures, and whether those stand for the sender’s domain. */
export async function judgeDkim({ selector }: MailCheckOptions, dns: Dns): Promise<Verdict> {
  const { dkim } = env();
  const domain = signingDomain() ?? senderDomain();
  if (!dkim && !selector) {
    return bad(
      'E-mails are not signed here (DKIM). If the mail server signs them, add --selector NAME of its key; else run “masthead dkim new”.',
    );
  }
  const name = `${selector ?? dkim?.selector}._domainkey.${domain}`;
  const report = await checkDkimRecord(name, dns);
  const wanted = dkim && !selector ? dkimRecord({ ...dkim, domain }) : undefined;
  if (report.problem) return bad(`${report.problem}.`, wanted);
  if (dkim && wanted && report.key !== publicHalf(dkim.privateKey)) {
    return bad(`The record of ${name} holds another key than the one that signs here.`, wanted);
  }
  const remark = report.isWeak ? ' Its key is short: 2048 bits are usual.' : '';
  if (report.isTest)
    return bad(`The record of ${name} says that it is a test (t=y), so receivers ignore signatures.`, wanted);
  return judgeAlignment({ domain, name, remark }, dns);
}

async function judgeAlignment(
  { domain, name, remark }: Record<'domain' | 'name' | 'remark', string>,
  dns: Dns,
): Promise<Verdict> {
  if (await isAligned(domain, senderDomain(), 'dkim', dns)) {
    return good(`Receivers find the key of signatures at ${name}, and it stands for ${senderDomain()}.${remark}`);
  }
  return bad(`Signatures are of ${domain} and do not stand for ${senderDomain()}: set DKIM_DOMAIN=${senderDomain()}.`);
}
