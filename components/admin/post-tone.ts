import type { PostState } from '@/lib/posts/post';
import type { Tone } from './state-word';

const tones: Record<PostState, Tone> = {
  Draft: 'quiet',
  Scheduled: 'next',
  Live: 'live',
  Expired: 'quiet',
  Private: 'waiting',
  Bin: 'gone',
};

export function toneOf(state: PostState): Tone {
  return tones[state];
}
