import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { prefersPage } from './negotiation';

function asking(accept: string | undefined) {
  const request = new IncomingMessage(new Socket());
  if (accept !== undefined) request.headers.accept = accept;
  return request;
}

test.each([
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'text/html, application/xhtml+xml, */*; q=0.1',
  'text/html',
  'TEXT/HTML;q=0.5',
])('a browser that says "%s" is shown a page', (accept) => expect(prefersPage(asking(accept))).toBe(true));

test.each([
  undefined,
  '',
  '*/*',
  'application/rss+xml, application/atom+xml;q=0.9, text/html;q=0.5, */*;q=0.1',
  'application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1',
  'text/html, application/rss+xml',
  'text/html, */*',
  'text/html;q=0, */*;q=0.1',
  'text/html;q=much, */*;q=0.1',
  'application/feed+json, text/html;q=0.9',
])('a program that says "%s" is given the feed', (accept) => expect(prefersPage(asking(accept))).toBe(false));
