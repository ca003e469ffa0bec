import type { DnsRecord } from '@/lib/mail/dkim-record';

/** `record`: what to set in DNS. */
export type Verdict = { isGood: boolean; sentence: string; record?: DnsRecord };

export type MailCheckOptions = {
  /** The DNS server to ask; those of this machine unless it is given. */
  dns?: string | undefined;
  /** The address that e-mails come from, where it is not that of SMTP_URL. */
  ip?: string | undefined;
  /** The selector of the mail server’s key, where it signs. */
  selector?: string | undefined;
};

export function good(sentence: string): Verdict {
  return { isGood: true, sentence };
}

export function bad(sentence: string, record?: DnsRecord): Verdict {
  return { isGood: false, sentence, ...(record ? { record } : {}) };
}
