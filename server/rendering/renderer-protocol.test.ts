import { expect, test } from 'vitest';
import { pack, unpack } from './renderer-protocol';

test.each([Infinity, 1_800_000_000_000])('a rendering that expires at %s is transferred unchanged', (expiresAt) => {
  const rendering = {
    answer: {
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      cookies: ['a=b; Path=/', 'c=d'],
      body: Buffer.from('<p>Größe 🌊</p>\0\xff'),
    },
    tags: ['list', 'address:/größe'],
    expiresAt,
    hasFailed: true,
  };
  expect(unpack(pack(rendering))).toEqual(rendering);
});
