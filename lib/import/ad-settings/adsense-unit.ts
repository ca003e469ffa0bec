/** AdSense’s own form of a unit, from its numbers; "" if they are none. */
export function adsenseUnit({ client, slot }: { client: string; slot: string }): string {
  const publisher = client.replace(/^ca-/, '');
  if (!/^pub-\d{6,20}$/.test(publisher) || !/^\d{1,20}$/.test(slot)) return '';
  return [
    `<script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-${publisher}" crossorigin="anonymous"></script>`,
    `<ins class="adsbygoogle" style="display:block" data-ad-client="ca-${publisher}" data-ad-slot="${slot}" data-ad-format="auto" data-full-width-responsive="true"></ins>`,
    '<script>(adsbygoogle = window.adsbygoogle || []).push({});</script>',
  ].join('\n');
}
