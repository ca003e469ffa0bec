const signs: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** A rendered comment as one line of text. Only for output of our renderers, where a fast scan replaces a parser. */
export function plainCommentText(bodyHtml: string, { numbers = true } = {}) {
  return (numbers ? withNumbers(bodyHtml) : bodyHtml)
    .replace(/<(?:\/?(?:p|ul|ol|li|pre|blockquote|h[1-6]|tr|td|th|div|figure)|br|hr)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (sign) => signs[sign]!)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same for who reads a few words of it: what the comment quotes stands in quotation marks. */
export function commentExcerpt(bodyHtml: string) {
  const marked = bodyHtml.replace(/<blockquote\b[^>]*>/g, '$& “').replace(/<\/blockquote>/g, '” $&');
  return plainCommentText(marked).replace(/“\s+/g, '“').replace(/\s+”/g, '”');
}

// Tracks open lists with their next number; null for lists without numbers.
function withNumbers(html: string) {
  if (!html.includes('<ol')) return html;
  const open: (number | null)[] = [];
  return html.replace(
    /<(\/?)(ol|ul|li)(?: (?:start|value)="(\d+)")?>/g,
    (tag, end: string, name: string, typed = '') => {
      if (name !== 'li') {
        if (end) open.pop();
        else open.push(name === 'ol' ? Number(typed || 1) : null);
        return tag;
      }
      const next = open.at(-1) ?? null;
      if (end || next === null) return tag;
      const number = typed ? Number(typed) : next;
      open[open.length - 1] = number + 1;
      return `${tag}${number}. `;
    },
  );
}
