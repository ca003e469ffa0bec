import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LIVE_SCRIPT, postOfState, postOfStream } from '@/server/live/addresses';
import { liveLoader, liveScript, withLiveThread } from './live-thread';

/** Compressed, as it is sent. */
const MOST_BYTES = 2_000;

test('only pages with an open thread load the script, and only once', () => {
  const page = (section: string) => `<body>${section}</body>`;
  expect(withLiveThread(page('<section id="comments">'))).toBe(page('<section id="comments">'));
  const followed = withLiveThread(page('<section data-live="p1">'));
  expect(followed.split(liveLoader)).toHaveLength(2);
  expect(followed).toContain(liveScript.address);
});

test('the script is short, stands for itself and is named by what it says', () => {
  expect(gzipSync(liveScript.text).byteLength).toBeLessThan(MOST_BYTES);
  expect(liveScript.text).not.toMatch(/\bimport\b|\brequire\b|__name|\/\/ /);
  expect(liveScript.address).toMatch(new RegExp(`^${LIVE_SCRIPT}[\\da-f]{8}\\.js$`));
});

test('addresses of streams and states name a post, and nothing else does', () => {
  const id = '01a2214e-e2b6-763b-8633-c5fbf2be689d';
  expect([postOfStream(`/_s/live/${id}`), postOfState(`/_s/t/${id}`)]).toEqual([id, id]);
  for (const path of ['/_s/live/', `/_s/live/${id}/`, `/_s/live/${id}x`, '/_s/live/../t', `/_s/t/${id}`]) {
    expect([path, postOfStream(path)]).toEqual([path, null]);
  }
});
