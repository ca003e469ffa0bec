import { expect, test } from 'vitest';
import { frameOriginsIn, knownEmbed } from './embeds';

test.each(['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube.com/shorts/dQw4w9WgXcQ', 'https://vimeo.com/123456'])(
  'a page’s policy can name the frame of %s',
  (address) => {
    const frame = knownEmbed(address)?.frame ?? '';
    expect(frameOriginsIn(`<figure data-frame="${frame}">`)).toEqual([new URL(frame).origin]);
  },
);
