const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const address = /\s(href|src|poster|cite|action)=("|')([^"']*)\2/gi;
const sourceSet = /\s(srcset)=("|')([^"']*)\2/gi;

/**
 * Makes every address in a piece of HTML absolute, because a feed is read elsewhere. Only the inside of tags is looked
 * at: code that talks about addresses is text and stays as it is.
 */
export function withAbsoluteUrls(html: string, base: string) {
  return html.replace(tag, (whole) =>
    whole
      .replace(
        address,
        (_, name: string, quote: string, value: string) => ` ${name}=${quote}${absolute(value, base)}${quote}`,
      )
      .replace(sourceSet, (_, name: string, quote: string, value: string) => {
        const parts = value.split(/,\s+/).map((part) => part.trim().replace(/^\S+/, (url) => absolute(url, base)));
        return ` ${name}=${quote}${parts.join(', ')}${quote}`;
      }),
  );
}

function absolute(value: string, base: string) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value) || !URL.canParse(decodeAmpersands(value), base)) return value;
  return new URL(decodeAmpersands(value), base).href.replace(/&/g, '&amp;');
}

function decodeAmpersands(value: string) {
  return value.replace(/&(amp|#38|#x26);/gi, '&');
}
