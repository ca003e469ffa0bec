import 'server-only';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { isThisMachine } from '@/lib/platform/ip-addresses';

const CHECK_TIMEOUT_MS = 3_000;

/** Requests the site through SITE_URL, as readers do; throws a sentence if another site answers there. */
export async function checkSiteAddress(): Promise<string> {
  const { siteUrl } = env();
  if (isThisMachine(new URL(siteUrl).hostname)) {
    return `SITE_URL is ${siteUrl}, an address of this machine: what readers use cannot be checked.`;
  }
  const answer = await fetch(`${siteUrl}/healthz`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(CHECK_TIMEOUT_MS),
  }).catch(() => null);
  if (!answer || answer.status >= 500) {
    return `SITE_URL (${siteUrl}) does not answer from here, so whether forms reach the site through it cannot be checked.`;
  }
  const to = answer.headers.get('location');
  if (to && URL.canParse(to, siteUrl)) {
    const { origin } = new URL(to, siteUrl);
    throw wrong(`SITE_URL is ${siteUrl}, which redirects to ${origin}: set SITE_URL to the final address.`);
  }
  if (answer.status !== 200 || (await answer.text()) !== 'ok\n') {
    throw wrong(
      `At SITE_URL (${siteUrl}) something else answers (${answer.status}): set it to the address at which readers find this site.`,
    );
  }
  return `The site answers at SITE_URL (${siteUrl}), and accepts forms from its pages there.`;
}

function wrong(sentence: string) {
  return new AppError('conflict', sentence);
}
