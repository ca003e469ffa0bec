import type { CodeIsolation } from '@/lib/slots/creative';

/** Code as networks give it, and what a reader sees of it. */
export type Shape = {
  name: string;
  isolation: CodeIsolation;
  /** The nth copy on a page: one name cannot stand for two places. */
  code: (url: string, copy: number) => string;
  shows: string;
  /** In a frame of its own, inside ours or the page. */
  isNested?: true;
  /** The network allows one on a page: a second is refused when it is saved. */
  isSingle?: true;
  /** Shows something without any answer of its network. */
  isOwn?: true;
};

const adsense = (url: string, slot: string, format: string) =>
  `<script async src="${url}/adsbygoogle.js?client=ca-pub-1234567890123456" crossorigin="anonymous"></script>
   <ins class="adsbygoogle" style="display:block" data-ad-client="ca-pub-1234567890123456" data-ad-slot="${slot}" ${format}></ins>
   <script>(adsbygoogle = window.adsbygoogle || []).push({});</script>`;

/** All of an article page but automatic ads, which choose their own places and have a page of their own. */
export const shapes: Shape[] = [
  {
    name: 'AdSense display',
    isolation: 'in-page',
    code: (url) => adsense(url, '11', 'data-ad-format="auto"'),
    shows: 'unit 11',
  },
  {
    name: 'AdSense in-article',
    isolation: 'in-page',
    code: (url) => adsense(url, '12', 'data-ad-layout="in-article" data-ad-format="fluid"'),
    shows: 'unit 12',
  },
  // AdSense’s own code of this kind is refused, and its present form offered (lib/slots/networks/recognition.test.ts).
  {
    name: 'globals and document.write of a frame',
    isolation: 'sandboxed',
    code: (url) => `<script>network_slot = "13"</script><script src="${url}/show.js"></script>`,
    shows: 'legacy unit 13',
    isNested: true,
  },
  {
    name: 'Google Publisher Tag',
    isolation: 'in-page',
    code: (url, copy) => `<script async src="${url}/gpt.js" crossorigin="anonymous"></script>
     <script>window.googletag = window.googletag || {cmd: []}; googletag.cmd.push(function() {
       googletag.defineSlot('/123/quay', [300, 250], 'div-gpt-${copy}').addService(googletag.pubads()); googletag.enableServices(); });</script>
     <div id="div-gpt-${copy}"><script>googletag.cmd.push(function() { googletag.display('div-gpt-${copy}'); });</script></div>`,
    shows: 'creative of /123/quay',
    isNested: true,
  },
  {
    name: 'Amazon',
    isolation: 'sandboxed',
    code: (url) => `<script>amazon_ad_tag = "quay-20"</script><script src="${url}/amazon.js"></script>
      <a href="${url}/dp/1"><img src="${url}/item.gif"></a><img src="${url}/ir.gif" width="1" height="1" alt="">`,
    shows: 'recommended by quay-20',
  },
  {
    name: 'EthicalAds',
    isolation: 'in-page',
    code: (url) =>
      `<script async src="${url}/ethicalads.min.js"></script><div data-ea-publisher="quay" data-ea-type="image"></div>`,
    shows: 'ethical ad',
    isSingle: true,
  },
  {
    name: 'Carbon',
    isolation: 'in-page',
    code: (url) =>
      `<script async type="text/javascript" src="${url}/carbon.js?serve=ABC&placement=quay" id="_carbonads_js"></script>`,
    shows: 'carbon ad',
    isSingle: true,
  },
  {
    name: 'Revive',
    isolation: 'in-page',
    code: (url) =>
      `<ins data-revive-zoneid="7" data-revive-id="abc"></ins><script async src="${url}/asyncjs.php"></script>`,
    shows: 'zone 7',
  },
  {
    name: 'link and image',
    isolation: 'sandboxed',
    code: (url) => `<a href="${url}/landing"><img src="${url}/x.gif">see the quay</a>`,
    shows: 'see the quay',
    isOwn: true,
  },
  {
    name: 'frame',
    isolation: 'sandboxed',
    code: (url) => `<iframe src="${url}/creative.html" width="336" height="280" frameborder="0"></iframe>`,
    shows: 'The advertiser’s page',
    isNested: true,
  },
  {
    name: 'document.write',
    isolation: 'sandboxed',
    code: (url) => `<script src="${url}/outer.js"></script><noscript><img src="${url}/fallback.gif"></noscript>`,
    shows: 'OuterInner',
  },
  {
    name: 'pop-under',
    isolation: 'sandboxed',
    code: (url) => `<p>calm</p><script>try { top.location.href = "${url}/landing" } catch { }
      alert("won"); addEventListener("click", () => open("${url}/landing"))</script><script src="${url}/amazon.js"></script>`,
    shows: 'calm',
    isOwn: true,
  },
  {
    name: 'messy',
    isolation: 'sandboxed',
    code: (url) => `\uFEFF<!-- “network” --><style>body{background:rgb(1,2,3)}</style><div><p>messy</p>
      <script>var s = "<\\/script>"; document.title = s;</script><img src="${url}/seen.gif?cb=[timestamp]">`,
    shows: 'messy',
    isOwn: true,
  },
];

export const automatic: Shape = {
  name: 'AdSense automatic ads',
  isolation: 'in-page',
  code: (url) => `<script async src="${url}/automatic/adsbygoogle.js?client=ca-pub-1234567890123456"></script>`,
  shows: 'automatic unit',
  isSingle: true,
};
