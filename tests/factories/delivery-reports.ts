type Report = {
  to: string;
  action?: string;
  status?: string;
  diagnostic?: string | null;
  /** The e-mail that is reported on. */
  original?: string;
};

/** What a mail server writes to the sender of an e-mail that it could not deliver (RFC 3464). */
export function deliveryReport({
  to,
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 No such user here',
  original = 'Subject: Re: Nets and knots\n\nHello',
}: Report) {
  const lines = [
    'From: MAILER-DAEMON@mx.example.test (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="report"',
    '',
    '--report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.example.test. Action: failed',
    '',
    '--report',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.test',
    'Arrival-Date: Fri, 27 Nov 2026 12:00:00 +0000 (UTC)',
    '',
    'Final-Recipient: rfc822; ida@example.test',
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic ? [`Diagnostic-Code: ${diagnostic}`] : []),
    '',
    '--report',
    'Content-Type: message/rfc822',
    '',
    original,
    '--report--',
    '',
  ];
  return Buffer.from(lines.join('\n').replaceAll('\n', '\r\n'));
}
