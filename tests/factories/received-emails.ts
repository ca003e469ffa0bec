import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** The e-mails in a site's outbox folder, oldest first; optionally to one address. */
export async function readEmails(dataDir: string, to?: string) {
  const folder = join(dataDir, 'outbox');
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const messages = await Promise.all(names.sort().map((name) => simpleParser(readFileSync(join(folder, name)))));
  return to ? messages.filter((message) => addressesOf(message).includes(to)) : messages;
}

/** The link that an e-mail asks to be opened, as a path: tests know their own host. */
export function linkIn(message: { text?: string | undefined } | undefined) {
  const address = /https?:\/\/\S+\?token=\S+/.exec(message?.text ?? '')?.[0];
  if (!address) throw new Error(`There is no link in this e-mail: ${message?.text}`);
  const { pathname, search } = new URL(address);
  return pathname + search;
}

function addressesOf(message: Awaited<ReturnType<typeof simpleParser>>) {
  return [message.to ?? []].flat().flatMap((list) => list.value.map((one) => one.address));
}
