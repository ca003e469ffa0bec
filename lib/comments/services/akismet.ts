import 'server-only';
import { seal, unseal } from '@/lib/auth/sealing';
import { postPublic } from '@/lib/fetching/fetching';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { env } from '@/lib/platform/env';
import { withoutControls } from '@/lib/text/visible-text';
import { SERVICE_TIMEOUT_MS, ServiceError, type Facts, type Opinion } from './service';

export type Said = 'spam' | 'ham';

const PURPOSE = 'comment-check';
/** How long what Akismet was told is stored, so that a decision can be sent with the same words. */
export const CHECK_DAYS = 30;
const MAX_ANSWER_BYTES = 4_096;
const MAX_HELP_LENGTH = 200;

/** Asks Akismet (https://akismet.com/developers/comment-check/) about a comment. Throws if it gives no answer. */
export async function askAkismet(fields: Record<string, string>): Promise<Opinion & { said: Said }> {
  const { text, headers } = await callAkismet('comment-check', fields);
  const answer = text.trim();
  if (answer === 'false') return { outcome: null, reason: '', hasFailed: false, said: 'ham' };
  if (answer !== 'true') throw new ServiceError(whyNoVerdict(headers.get('x-akismet-debug-help')));
  const isPervasive = headers.get('x-akismet-pro-tip') === 'discard';
  const reason = isPervasive ? 'Akismet says that it is spam beyond doubt' : 'Akismet says that it is spam';
  return { outcome: 'spam', reason, hasFailed: false, said: 'spam' };
}

/** Tells Akismet what a moderator decided, with the fields that it was asked with. Throws unless it takes that. */
export async function tellAkismet(decision: Said, fields: Record<string, string>) {
  const { text } = await callAkismet(`submit-${decision}`, fields);
  if (!text.startsWith('Thanks')) throw new ServiceError('Akismet did not take the decision of a moderator');
}

/** What Akismet is told of a comment; throws without the sender's address, which it needs. */
export function akismetFields({ isEdit, isReply, body, author, post, client, now }: Facts) {
  if (!client?.address) throw new ServiceError('Akismet was not asked, because the sender’s address is not known');
  return {
    blog: env().siteUrl,
    user_ip: client.address,
    user_agent: client.userAgent,
    referrer: client.referrer,
    permalink: post.address,
    comment_type: isReply ? 'reply' : 'comment',
    comment_author: author.name,
    comment_author_email: author.email,
    comment_author_url: author.website,
    comment_content: body,
    comment_date_gmt: now.toISOString(),
    comment_post_modified_gmt: post.updatedAt.toISOString(),
    blog_charset: 'UTF-8',
    user_role: 'reader',
    honeypot_field_name: HONEYPOT_FIELD,
    [HONEYPOT_FIELD]: '',
    ...(isEdit ? { recheck_reason: 'edit' } : {}),
  };
}

export function sealFields(fields: Record<string, string>) {
  return seal({ fields: JSON.stringify(fields) }, PURPOSE, CHECK_DAYS * 24 * 60 * 60);
}

/** The fields that Akismet was asked with; null if there are none, or their time is over. */
export async function openFields(sealed: string): Promise<Record<string, string> | null> {
  const texts = sealed ? await unseal(sealed, PURPOSE) : null;
  return texts?.fields ? (JSON.parse(texts.fields) as Record<string, string>) : null;
}

async function callAkismet(call: string, fields: Record<string, string>) {
  const { akismet } = env();
  if (!akismet) throw new ServiceError('Akismet is not set up');
  return postPublic(`${akismet.address}/${call}`, {
    body: new URLSearchParams({ api_key: akismet.key, ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    largest: MAX_ANSWER_BYTES,
    within: SERVICE_TIMEOUT_MS,
    ...(akismet.isOwnAddress ? { mayDial: anywhere } : {}),
  });
}

// Whoever sets the environment may name a host of the local network.
function anywhere() {
  return true;
}

function whyNoVerdict(help: string | null) {
  const said = withoutControls(help ?? '').slice(0, MAX_HELP_LENGTH);
  return said ? `Akismet gave no verdict: “${said}”` : 'Akismet gave an answer that cannot be read';
}
