import 'server-only';
import { isIP } from 'node:net';
import type { DnsRecord } from '@/lib/mail/dkim-record';
import { senderDomain } from '@/lib/mail/sender';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { isThisMachine } from '@/lib/platform/ip-addresses';
import { isAligned } from './dmarc';
import type { Dns } from './dns';
import { checkSpf, type SpfReport } from './spf';
import { bad, good, type MailCheckOptions, type Verdict } from './verdict';

/** Whether receivers find that the mail server may send for the domains that e-mails name on their way. */
export async function judgeSpf(options: MailCheckOptions, dns: Dns): Promise<Verdict> {
  const { ip } = options;
  if (ip !== undefined && isIP(ip) === 0) throw new AppError('invalid', `${ip} is no IP address, such as 192.0.2.1.`);
  const sender = senderDomain();
  const ofReports = env().bounces?.address.split('@')[1]?.toLowerCase() ?? sender;
  if (!(await isAligned(ofReports, sender, 'spf', dns))) {
    return bad(
      `The domain of BOUNCE_ADDRESS, ${ofReports}, does not stand for ${sender}: choose an address of ${sender}.`,
    );
  }
  const verdicts = await Promise.all([...new Set([sender, ofReports])].map((each) => judgeDomain(each, options, dns)));
  return verdicts.find(({ isGood }) => !isGood) ?? good(verdicts.map(({ sentence }) => sentence).join(' '));
}

async function judgeDomain(domain: string, { ip }: MailCheckOptions, dns: Dns): Promise<Verdict> {
  const addresses = ip ? [ip] : await sendingAddresses(dns);
  const looked = addresses.length > 0 ? addresses : ['192.0.2.1'];
  const reports = await Promise.all(looked.map((address) => checkSpf(domain, address, dns)));
  const report = reports[0]!;
  if (!report.record) {
    return bad(
      `${domain} has no SPF record, so receivers cannot tell who may send for it.`,
      spfRecord(domain, addresses),
    );
  }
  const problem = reports.find((each) => each.problem)?.problem;
  if (problem) return bad(`${problem}: mend “${report.record}”.`);
  return judgeAddresses({ domain, addresses, reports, isKnown: ip !== undefined });
}

type Judged = { domain: string; addresses: string[]; reports: SpfReport[]; isKnown: boolean };

function judgeAddresses({ domain, addresses, reports, isKnown }: Judged): Verdict {
  const [{ record, lookups, hasMacros }] = reports as [SpfReport];
  const counted = `${lookups} of 10 lookups`;
  if (addresses.length === 0) {
    return bad(
      `Whether the SPF record of ${domain} names the address that e-mails come from is not known here: add --ip ADDRESS. Otherwise the record is in order (${counted}).`,
    );
  }
  const unnamed = addresses.filter((_, at) => reports[at]!.result !== 'pass');
  if (unnamed.length === 0) return good(`The SPF record of ${domain} names ${addresses.join(' and ')} (${counted}).`);
  if (hasMacros)
    return good(
      `The SPF record of ${domain} is in order (${counted}); with its macros, only a receiver can tell whom it names.`,
    );
  const sentence = `The SPF record of ${domain} does not name ${unnamed.join(' and ')}`;
  if (isKnown) return bad(`${sentence}.`, spfRecord(domain, unnamed, record));
  return bad(
    `${sentence}, the address of the mail server. If e-mails come from another address, add --ip ADDRESS; a mail service says which “include:” the record needs.`,
  );
}

/** Those of the mail server; none where it is on this machine, whose address for the world is not known here. */
async function sendingAddresses(dns: Dns) {
  const { smtpUrl } = env();
  const host = smtpUrl ? new URL(smtpUrl).hostname.replace(/^\[|\]$/g, '') : '';
  if (!host || isThisMachine(host)) return [];
  if (isIP(host)) return [host];
  return (await Promise.all([dns.addresses(host, 4), dns.addresses(host, 6)])).flat();
}

function spfRecord(domain: string, addresses: string[], before: string | null = null): DnsRecord {
  const named = addresses.map((address) => `${isIP(address) === 6 ? 'ip6' : 'ip4'}:${address}`);
  const rest = before?.replace(/^v=spf1\s*/i, '') ?? `${named.length > 0 ? '' : 'mx '}~all`;
  return { name: domain, type: 'TXT', value: ['v=spf1', ...named, rest].join(' ').trim() };
}
