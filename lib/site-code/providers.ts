import { msg } from '@/lib/i18n/admin/msg';
import type { SiteCodeNeed } from '@/lib/settings/site-code';
import { escapeValue } from '@/lib/slots/networks/network';
import { scriptsOf, type PastedScript } from './pasted-scripts';

export type RecognisedCode = {
  provider: string;
  /** The provider's own form of this code, built from what tells one site from another. */
  code: string;
  /** What a reader must have allowed. */
  need: SiteCodeNeed;
  /** What it learns of readers, in sentences. */
  sees: readonly string[];
};

type Provider = {
  name: string;
  /** Its scripts in its own form, and whether it keeps something in browsers; null for other code. */
  read: (scripts: readonly PastedScript[]) => { code: string; storesCookies?: boolean } | null;
};

const pageViews = msg(
  'It sees each page view: its address, the referring site, the browser, and the IP address of the reader.',
);
const withoutCookies = [pageViews, msg('It sets no cookies.')];
const withCookies = [pageViews, msg('It recognises readers again by cookies.')];

const providers: readonly Provider[] = [
  {
    name: 'Plausible',
    read: ([first, second, ...more]) => {
      const src = addressOf(first);
      if (!first || !src || more.length > 0) return null;
      const domain = first.attributes['data-domain'] ?? '';
      if (!second && /\/js\/(?:script|plausible)[\w.-]*\.js$/.test(src) && isHosts(domain)) {
        return { code: external(`defer data-domain="${domain}"`, src) };
      }
      if (!/\/js\/pa-[\w-]+\.js$/.test(src) || !/plausible\.init\(\s*\)/.test(second?.text ?? '')) return null;
      return { code: `${external('async', src)}\n<script>${plausibleQueue}</script>` };
    },
  },
  {
    name: 'Umami',
    read: ([first, ...more]) => {
      const id = first?.attributes['data-website-id'] ?? '';
      const src = addressOf(first);
      if (!src || more.length > 0 || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
      return { code: external(`defer data-website-id="${id}"`, src) };
    },
  },
  {
    name: 'Fathom',
    read: ([first, ...more]) => {
      const site = first?.attributes['data-site'] ?? '';
      const src = addressOf(first);
      if (!src?.endsWith('/script.js') || more.length > 0 || !/^[A-Z0-9]{6,12}$/.test(site)) return null;
      return { code: external(`defer data-site="${site}"`, src) };
    },
  },
  {
    name: 'GoatCounter',
    read: ([first, ...more]) => {
      const counter = safeAddress(first?.attributes['data-goatcounter'] ?? '');
      const src = addressOf(first);
      if (!counter?.endsWith('/count') || !src?.endsWith('/count.js') || more.length > 0) return null;
      return { code: external(`async data-goatcounter="${counter}"`, src) };
    },
  },
  {
    name: 'Cloudflare Web Analytics',
    read: ([first, ...more]) => {
      const src = addressOf(first);
      if (src !== 'https://static.cloudflareinsights.com/beacon.min.js' || more.length > 0) return null;
      const beacon = (first?.attributes['data-cf-beacon'] ?? '').replaceAll('&quot;', '"');
      const [, token] = /^\{\s*"token":\s*"([0-9a-f]{32})"\s*\}$/.exec(beacon) ?? [];
      return token ? { code: external(`defer data-cf-beacon="${escapeValue(`{"token": "${token}"}`)}"`, src) } : null;
    },
  },
  {
    name: 'Matomo',
    read: ([only, ...more]) => {
      const text = only?.text ?? '';
      const [, site] = /\[\s*['"]setSiteId['"]\s*,\s*['"]?(\d{1,9})['"]?\s*\]/.exec(text) ?? [];
      const [, , base = ''] = /\bu\s*=\s*(['"])([^\n]{1,300}?)\1/.exec(text) ?? [];
      const address = safeAddress(base);
      const pushed = [...text.matchAll(/_paq\.push\(\s*\[\s*['"](\w+)/g)].map(([, name = '']) => name);
      if (!pushed.every((name) => matomoCalls.has(name)) || !site || !address?.endsWith('/') || more.length > 0)
        return null;
      const storesCookies = !/\[\s*['"]disableCookies['"]\s*\]/.test(text);
      return { code: `<script>${matomoCode(address, site, storesCookies)}</script>`, storesCookies };
    },
  },
  {
    name: 'Google Analytics',
    read: ([first, second, ...more]) => {
      const [, id] =
        /^https:\/\/www\.googletagmanager\.com\/gtag\/js\?id=(G-[A-Z0-9]{6,14})$/.exec(addressOf(first) ?? '') ?? [];
      const configured = [...(second?.text ?? '').matchAll(/gtag\(\s*['"]config['"]\s*,\s*['"]([\w-]+)['"]\s*(\))?/g)];
      if (!id || more.length > 0 || configured.length !== 1) return null;
      if (configured[0]?.[1] !== id || !configured[0][2]) return null;
      const src = `https://www.googletagmanager.com/gtag/js?id=${id}`;
      return { code: `${external('async', src)}\n<script>${gtagCode(id)}</script>`, storesCookies: true };
    },
  },
];

export const providerNames = providers.map(({ name }) => name);

/** What pasted code is, if it is the code of a known provider and nothing else; it is not run for this. */
export function recogniseSiteCode(pasted: string): RecognisedCode | null {
  const scripts = scriptsOf(pasted);
  if (!scripts) return null;
  for (const { name, read } of providers) {
    const found = read(scripts);
    if (!found) continue;
    const { code, storesCookies = false } = found;
    return {
      provider: name,
      code,
      need: storesCookies ? 'analytics' : 'none',
      sees: storesCookies ? withCookies : withoutCookies,
    };
  }
  return null;
}

function external(attributes: string, src: string) {
  return `<script ${attributes} src="${escapeValue(src)}"></script>`;
}

function addressOf(script: PastedScript | undefined) {
  return script && script.text === '' ? safeAddress(script.attributes.src ?? '') : null;
}

/** Without a protocol, as some providers write it, https is meant. */
function safeAddress(typed: string) {
  const address = typed.replaceAll('&amp;', '&').replace(/^\/\//, 'https://');
  const isSafe = /^https?:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?(?:\/[\w.~%-]*){1,10}(?:\?id=[\w-]{1,40})?$/i.test(address);
  return isSafe ? address : null;
}

function isHosts(domains: string) {
  return /^[a-z0-9.-]{1,253}(?:,[a-z0-9.-]{1,253}){0,9}$/i.test(domains);
}

const plausibleQueue =
  'window.plausible=window.plausible||function(){(plausible.q=plausible.q||[]).push(arguments)},plausible.init=plausible.init||function(i){plausible.o=i||{}};plausible.init()';

/** Others say what this form of the code would not. */
const matomoCalls = new Set(['trackPageView', 'enableLinkTracking', 'setTrackerUrl', 'setSiteId', 'disableCookies']);

function matomoCode(address: string, site: string, storesCookies: boolean) {
  return [
    'var _paq=window._paq=window._paq||[];',
    ...(storesCookies ? [] : ["_paq.push(['disableCookies']);"]),
    "_paq.push(['trackPageView']);_paq.push(['enableLinkTracking']);",
    `(function(){var u='${address}';_paq.push(['setTrackerUrl',u+'matomo.php']);_paq.push(['setSiteId','${site}']);`,
    "var g=document.createElement('script');g.async=true;g.src=u+'matomo.js';document.head.appendChild(g);})();",
  ].join('');
}

function gtagCode(id: string) {
  return `window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','${id}');`;
}
