import 'server-only';
import type { DnsRecord } from '@/lib/mail/dkim-record';
import { senderDomain } from '@/lib/mail/sender';
import { checkDmarc, type DmarcReport } from './dmarc';
import type { Dns } from './dns';
import { bad, good, type Verdict } from './verdict';

/** What receivers do with e-mails that are forged in the sender’s name, and whether they know it at all. */
export async function judgeDmarc(dns: Dns): Promise<Verdict> {
  const domain = senderDomain();
  const report = await checkDmarc(domain, dns);
  const record: DnsRecord = { name: `_dmarc.${domain}`, type: 'TXT', value: 'v=DMARC1; p=none' };
  if (report.problem) return bad(`${report.problem}.`, record);
  if (!report.found) {
    return bad(
      `${domain} has no DMARC record, without which large receivers refuse e-mails that go to many people.`,
      record,
    );
  }
  return good(dmarcSentence(domain, report.found));
}

function dmarcSentence(domain: string, { at, policy, hasReports }: NonNullable<DmarcReport['found']>) {
  const where =
    at === domain ? `The DMARC record of ${domain}` : `The DMARC record of ${at}, which is used for ${domain},`;
  const reports = hasReports ? '' : ' It asks for no reports (rua=mailto:…).';
  return `${where} says: ${does[policy]}.${reports}`;
}

const does = {
  none: 'receivers let forged e-mails through (p=none); once all is in order, p=quarantine protects the name',
  quarantine: 'receivers treat forged e-mails as spam (p=quarantine)',
  reject: 'receivers refuse forged e-mails (p=reject)',
};
