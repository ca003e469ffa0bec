import PostalMime from 'postal-mime';

/** The headers in which mail servers name the address that a report was sent to. */
const addressHeaders = ['to', 'delivered-to', 'x-original-to', 'envelope-to'];

export type DeliveryReport = {
  /** To whom the report was sent. */
  addresses: string[];
  /** What failed for good; null if nothing did, or it is no report. */
  failure: { status: string; reply: string } | null;
};

/** What a message of a mail server says of an e-mail that it could not deliver (RFC 3464). */
export async function readDeliveryReport(source: Buffer): Promise<DeliveryReport> {
  const message = await parse(source);
  if (!message) return { addresses: [], failure: null };
  const { headers, attachments } = message;
  const named = headers.filter(({ key }) => addressHeaders.includes(key)).map(({ value }) => value);
  const addresses = named.flatMap((value) => value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []);
  const report = attachments.find(({ mimeType }) => mimeType.toLowerCase() === 'message/delivery-status');
  return { addresses, failure: report ? failureIn(String(report.content)) : null };
}

/** Null for what is no message: whoever sends it is not ours. */
function parse(source: Buffer) {
  // The e-mail that is reported on may itself hold a report.
  const options = { maxNestingDepth: 10, attachmentEncoding: 'utf8', forceRfc822Attachments: true } as const;
  return PostalMime.parse(source, options).catch(() => null);
}

/** Its parts are about the message, and then about each recipient; ours have one. */
function failureIn(text: string) {
  const recipients = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map(readFields);
  const failed = recipients.find((fields) => fields.get('action')?.toLowerCase() === 'failed');
  if (!failed) return null;
  return { status: (failed.get('status') ?? '').split(/\s/)[0]!, reply: diagnosticOf(failed) };
}

function readFields(part: string) {
  const lines = part.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name = '', value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name ? [[name.toLowerCase(), value.trim()] as const] : [];
    }),
  );
}

/** "smtp; 550 5.1.1 no such user": what the other server said. */
function diagnosticOf(fields: Map<string, string>) {
  return (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '') || (fields.get('status') ?? '');
}
