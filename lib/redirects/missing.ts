import { percentDecoded } from '@/lib/web/percent-decoding';

const MAX_LENGTH = 300;
const MAX_HOST_LENGTH = 253;
/** What nobody reads but scanners ask every site for. */
const program =
  /\.(?:php\d?|phtml|aspx?|ashx|jspx?|cgi|do|action|env|sql|bak|old|swp|ini|ya?ml|conf|log|tar|t?gz|zip|rar|7z)$/;
const probed =
  /^(?:wp-(?:admin|login|includes|json|config)|xmlrpc|phpmyadmin|pma|mysql|adminer|cgi-bin|vendor|node_modules|actuator|owa|boaform|autodiscover|hnap1|solr|console|telescope|debug)$/;
const emailAddress = /[^/]@[^/]+\./;
/** Of links in e-mails: nobody links to them, and whoever reads the list should not have them. */
const secret = /(?:^|\/)[A-Za-z0-9_]{32,}(?:\/|$)/;

/** Whether somebody may want to know that an address was not found. It tells nothing of who asked for it. */
export function isWorthNoting(address: string): boolean {
  const [path = '', query] = address.split('?');
  const plain = percentDecoded(path);
  if (plain === null || address.length > MAX_LENGTH) return false;
  if (emailAddress.test(plain) || secret.test(plain)) return false;
  // A query here is that of another blog system, which scanners do not send.
  return query !== undefined || !isProbe(plain);
}

/** The host of a referrer; "" without one. */
export function referrerHost(referrer: string | undefined): string {
  const host = URL.parse(referrer ?? '')?.hostname.replace(/^www\./, '') ?? '';
  return host.length <= MAX_HOST_LENGTH && /^[a-z0-9.-]+$/.test(host) ? host : '';
}

function isProbe(path: string) {
  return path
    .toLowerCase()
    .split('/')
    .some((part) => part.startsWith('.') || probed.test(part) || program.test(part));
}
