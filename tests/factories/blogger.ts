/** Blogger exports of an invented blog. */
const BLOG = '7001';

type Entry = Partial<{
  id: string;
  kind: string;
  title: string;
  content: string;
  link: string;
  published: string;
  labels: string[];
  author: string;
  uri: string;
  extra: string;
}>;

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** An entry of a backup (until 2024). */
export function backupEntry(entry: Entry = {}) {
  const { id = `post-${9_000}`, kind = 'post', title = 'A boat', published = '2014-05-06T21:30:00.123-04:00' } = entry;
  const labels = (entry.labels ?? []).map(
    (label) => `<category scheme='http://www.blogger.com/atom/ns#' term='${escaped(label)}'/>`,
  );
  return `<entry><id>tag:blogger.com,1999:blog-${BLOG}.${id}</id><published>${published}</published><updated>2014-06-01T10:00:00.000-04:00</updated>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${kind}'/>${labels.join('')}
<title type='text'>${escaped(title)}</title><content type='html'>${escaped(entry.content ?? 'In the harbour.')}</content>
${entry.link ? `<link rel='alternate' type='text/html' href='${escaped(entry.link)}' title='x'/>` : ''}
<author><name>${entry.author ?? 'Ann'}</name><uri>${entry.uri ?? 'http://www.blogger.com/profile/1'}</uri><email>noreply@blogger.com</email></author>${entry.extra ?? ''}</entry>`;
}

export function backupSetting(name: string, value: string) {
  return backupEntry({ id: `settings.${name}`, kind: 'settings', title: name, content: value });
}

/** A backup with this blog's address. */
export function backup(...entries: string[]) {
  return `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="https://www.blogger.com/styles/atom.css" type="text/css"?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005' xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:app='http://purl.org/atom/app#'>
<id>tag:blogger.com,1999:blog-${BLOG}.archive</id><title type='text'>Harbour</title>
<link rel='alternate' type='text/html' href='http://harbour.blogspot.com/'/><generator version='7.00' uri='https://www.blogger.com'>Blogger</generator>
${entries.join('\n')}
</feed>`;
}

type TakeoutEntry = Partial<{
  id: string;
  blog: string;
  type: string;
  status: string;
  title: string;
  content: string;
  fileName: string;
  published: string;
  extra: string;
}>;

/** An entry of a Takeout (since 2024). */
export function takeoutEntry(entry: TakeoutEntry = {}) {
  const { id = 'post-1', blog = '8001', type = 'POST', status = 'LIVE', title = 'A boat' } = entry;
  return `<entry><id>tag:blogger.com,1999:blog-${blog}.${id}</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status>
<author><name>Ann</name><uri></uri><blogger:type>BLOGGER</blogger:type></author><title>${escaped(title)}</title>
<content type='html'>${escaped(entry.content ?? 'In the harbour.')}</content><published>${entry.published ?? '2026-06-15T10:30:00Z'}</published>
<updated>2026-06-16T10:30:00Z</updated><blogger:filename>${entry.fileName ?? ''}</blogger:filename><blogger:trashed/>${entry.extra ?? ''}</entry>`;
}

export function takeout(title: string, ...entries: string[]) {
  return `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>tag:blogger.com,1999:blog-8001</id><title>${title}</title>
${entries.join('\n')}
</feed>`;
}
