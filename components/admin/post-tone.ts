import type { PostState } from '@/lib/posts/post';
import type { Tone } from './status-badge';

const tones: Record<PostState, Tone> = {
  Draft: 'quiet',
  'In review': 'waiting',
  Scheduled: 'next',
  Published: 'live',
  Expired: 'quiet',
  Private: 'waiting',
  Trash: 'gone',
};

export function toneOf(state: PostState): Tone {
  return tones[state];
}
