import { describe, expect, test } from 'vitest';
import { explainSiteCode } from './explaining';
import { prepareSiteCode } from './preparing';
import { providerNames, recogniseSiteCode } from './providers';

const pasted: Record<string, string[]> = {
  Plausible: [
    `<script defer data-domain="tide.example" src="https://plausible.io/js/script.js"></script>`,
    `<!-- Privacy-friendly analytics by Plausible -->
     <script async src="https://stats.tide.example/js/pa-Xy_1.js"></script>
     <script>window.plausible=window.plausible||function(){(plausible.q=plausible.q||[]).push(arguments)},plausible.init=plausible.init||function(i){plausible.o=i||{}};plausible.init()</script>`,
  ],
  Umami: [
    `<script defer src="https://cloud.umami.is/script.js" data-website-id="4fb7fa4c-5b46-438d-94b3-3a8fb9bc2e8b"></script>`,
  ],
  Fathom: [
    `<!-- Fathom --><script src="https://cdn.usefathom.com/script.js" data-site="ABCDEFGH" defer></script><!-- / Fathom -->`,
  ],
  GoatCounter: [
    `<script data-goatcounter="https://tide.goatcounter.com/count" async src="//gc.zgo.at/count.js"></script>`,
  ],
  'Cloudflare Web Analytics': [
    `<!-- Cloudflare Web Analytics --><script defer src='https://static.cloudflareinsights.com/beacon.min.js' data-cf-beacon='{"token": "0123456789abcdef0123456789abcdef"}'></script>`,
  ],
  Matomo: [
    `<!-- Matomo --><script>
      var _paq = window._paq = window._paq || [];
      _paq.push(['trackPageView']);
      (function() { var u="//stats.tide.example/"; _paq.push(['setTrackerUrl', u+'matomo.php']); _paq.push(['setSiteId', '7']);
      var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0];
      g.async=true; g.src=u+'matomo.js'; s.parentNode.insertBefore(g,s); })();
    </script><noscript><p><img src="//stats.tide.example/matomo.php?idsite=7" alt="" /></p></noscript>`,
  ],
  'Google Analytics': [
    `<!-- Google tag (gtag.js) --><script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC123XYZ"></script>
     <script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'G-ABC123XYZ');</script>`,
  ],
};

test('every provider has its own code here', () => {
  expect(Object.keys(pasted).toSorted()).toEqual(providerNames.toSorted());
});

describe.each(Object.entries(pasted))('%s', (provider, codes) => {
  test.each(codes)('is recognised from %s, and from its own form of it', (code) => {
    const found = recogniseSiteCode(code);
    expect(found).toMatchObject({ provider, need: /Matomo|Google/.test(provider) ? 'analytics' : 'none' });
    expect(recogniseSiteCode(found?.code ?? '')).toEqual(found);
    expect(found?.code).not.toMatch(/src="(?!https:\/\/)/);
    expect(explainSiteCode(code)[0]).toBe(`This is the code of ${provider}.`);
  });

  test.each(codes)('is not recognised with anything else in it: %s', (code) => {
    for (const more of ['<script>steal()</script>', '<script src="https://evil.example/a.js"></script>', '<b>x</b>']) {
      expect(recogniseSiteCode(code + more)).toBe(null);
      expect(recogniseSiteCode(more + code)).toBe(null);
    }
  });
});

test('Matomo without cookies needs no consent', () => {
  const [matomo = ''] = pasted['Matomo'] ?? [];
  const found = recogniseSiteCode(matomo.replace('_paq.push', "_paq.push(['disableCookies']); _paq.push"));
  expect(found).toMatchObject({ provider: 'Matomo', need: 'none' });
  expect(found?.code).toContain("['disableCookies']");
});

test.each([
  `<script defer data-domain="tide.example&quot; onload=&quot;x" src="https://plausible.io/js/script.js"></script>`,
  `<script defer data-domain="tide.example" src="javascript:alert(1)//js/script.js"></script>`,
  `<script defer data-domain="tide.example" src="https://user:word@plausible.io/js/script.js"></script>`,
  `<script>var _paq=[]; var u="//stats.example/';alert(1);'/"; _paq.push(['setSiteId', '7'])</script>`,
  `<script>_paq.push(['requireConsent']); var u="//stats.example/"; _paq.push(['setSiteId', '7'])</script>`,
  `<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script><script>gtag('config', 'G-ABC123', { debug_mode: true })</script>`,
  `<script async src="https://www.googletagmanager.com/gtag/js?id=AW-123456789"></script><script>gtag('config', 'AW-123456789')</script>`,
])('what cannot be built anew as it was is no code of a provider: %s', (code) => {
  expect(recogniseSiteCode(code)).toBe(null);
});

const draft = { name: '', need: '' as const, pasted: '' };

test('code of a provider is stored in its own form, under its name and with its need', () => {
  const [google = ''] = pasted['Google Analytics'] ?? [];
  expect(prepareSiteCode({ ...draft, pasted: google })).toMatchObject({ name: 'Google Analytics', need: 'analytics' });
  expect(prepareSiteCode({ name: 'Numbers', need: 'advertising', pasted: google })).toMatchObject({
    name: 'Numbers',
    need: 'advertising',
    provider: 'Google Analytics',
  });
});

test('other code is stored as it is, with a name and a declared need', () => {
  const code = '<script>window.counted = true</script>';
  expect(prepareSiteCode({ name: 'Counter', need: 'none', pasted: ` ${code}\n` })).toEqual({
    name: 'Counter',
    need: 'none',
    code,
    provider: null,
  });
});

test.each([
  [{ pasted: '' }, 'code', /^Paste the code/],
  [{ pasted: '<meta name="a" content="b">' }, 'code', /There is no script/],
  [{ pasted: '<script>document.write("x")</script>' }, 'code', /document.write/],
  [{ pasted: '<script>x' }, 'code', /script/],
  [{ pasted: `<script>${'x'.repeat(20_001)}</script>` }, 'code', /20,000 characters/],
  [{ pasted: '<script>x()</script>', name: 'Counter' }, 'need', /no provider that is known/],
  [{ pasted: '<script>x()</script>', need: 'none' as const }, 'name', /Enter a name/],
])('refuses %j', (more, field, sentence) => {
  const fields = { [field]: expect.stringMatching(sentence) as string };
  expect(() => prepareSiteCode({ ...draft, ...more })).toThrow(expect.objectContaining({ fields }));
});
