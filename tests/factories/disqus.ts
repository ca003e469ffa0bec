import { fileOf } from './archives';

type Thread = Partial<{ link: string; identifier: string; title: string; date: string; closed: true; deleted: true }>;
type Post = Partial<{
  message: string;
  parent: string;
  name: string;
  email: string;
  date: string;
  deleted: true;
  spam: true;
  approved: 'false';
}>;

/** An export of Disqus. */
export function disqusXml(...entries: string[]) {
  return `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>harbour</forum><title>General</title></category>
${entries.join('\n')}
</disqus>`;
}

export function disqusThread(id: string, { link = '', identifier = '', title = '', date, closed, deleted }: Thread) {
  return `<thread dsq:id="${id}"><id>${identifier}</id><forum>harbour</forum><category dsq:id="1" /><link>${link}</link><title>${title}</title><createdAt>${date ?? '2012-01-01T10:00:00Z'}</createdAt><author><name>Keeper</name><email>keeper@secret.example</email></author><isClosed>${closed === true}</isClosed><isDeleted>${deleted === true}</isDeleted></thread>`;
}

/** `id` "": without one. */
export function disqusPost(id: string, thread: string, post: Post = {}) {
  const { message = `<p>Comment ${id}</p>`, parent, name = `Reader ${id}`, email = 'reader@secret.example' } = post;
  const { date = '2013-10-10T19:20:29Z', deleted, spam, approved } = post;
  return `<post${id && ` dsq:id="${id}"`}><id /><message><![CDATA[${message}]]></message><createdAt>${date}</createdAt><isDeleted>${deleted === true}</isDeleted><isSpam>${spam === true}</isSpam>${approved ? `<isApproved>${approved}</isApproved>` : ''}<author><email>${email}</email><name>${name}</name><isAnonymous>true</isAnonymous></author><ipAddress>198.51.100.7</ipAddress>${thread && `<thread dsq:id="${thread}" />`}${parent ? `<parent dsq:id="${parent}" />` : ''}</post>`;
}

export function disqusFile(content: string, name = 'comments.xml') {
  return fileOf(content, name);
}
