import 'server-only';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { AppError } from '@/lib/platform/errors';
import { isThisMachine } from '@/lib/platform/ip-addresses';

const TIMEOUT_MS = 10_000;

/** Connects as e-mails do, signs in, and asks whether a sender is accepted; sends nothing. Throws a sentence. */
export async function probeMailServer(url: string, sender: string): Promise<string> {
  const options = parseConnectionUrl(url);
  const name = `${options.host}:${options.port ?? (options.secure ? 465 : 587)}`;
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    customAuth: { [ASKING]: askFor(sender) },
  });
  try {
    await connect(connection).catch(refused(`The mail server ${name} (SMTP_URL) does not answer as it should`));
    requireEncryption(connection, options.host ?? '', name);
    if (options.auth) {
      await signIn(connection, options.auth).catch(
        refused(`The mail server ${name} does not take the name and password of SMTP_URL`),
      );
    }
    await signIn(connection, { type: 'custom', method: ASKING, user: '', pass: '' }).catch(
      refused(`The mail server ${name} does not accept e-mails from ${sender} (MAIL_FROM)`),
    );
    const how = connection.secure ? 'over an encrypted connection' : 'on this machine';
    return `The mail server ${name} answers ${how} and accepts e-mails from ${sender}.`;
  } finally {
    connection.close();
  }
}

// The library sends commands of one’s own as a way of signing in.
const ASKING = 'MASTHEAD-SENDER';

function askFor(sender: string) {
  return async ({ sendCommand, reject }: SMTPConnection.CustomAuthenticationContext) => {
    const { status, response } = await sendCommand(`MAIL FROM:<${sender}>`);
    if (status >= 300) return reject(response);
    return (await sendCommand('RSET')).status;
  };
}

function connect(connection: SMTPConnection) {
  return new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

type Credentials = SMTPConnection.AuthenticationType;

function signIn(connection: SMTPConnection, auth: Credentials) {
  return new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

function requireEncryption(connection: SMTPConnection, host: string, name: string) {
  if (connection.secure || isThisMachine(host)) return;
  throw new AppError(
    'conflict',
    `The mail server ${name} offers no encryption (STARTTLS), so that others can read e-mails and password on the way: use another, or smtps://.`,
  );
}

function refused(sentence: string) {
  return (error: unknown): never => {
    const said = error instanceof Error ? ('response' in error && error.response) || error.message : String(error);
    throw new AppError('conflict', `${sentence}: ${String(said).replace(/\s+/g, ' ')}`);
  };
}
