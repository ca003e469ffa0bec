import { env } from '@/lib/platform/env';

const happenings: Record<string, string> = {
  reply: 'replied to your comment on',
  mention: 'mentioned you in a comment on',
  'follow-replies': 'replied in a conversation that you follow on',
};

/** What somebody did, before the title of the post. */
export function whatHappened(kind: string) {
  return happenings[kind] ?? 'commented on';
}

export function shortened(text: string, length: number) {
  return text.length <= length ? text : `${text.slice(0, length).trimEnd()}…`;
}

export function absolute(path: string) {
  return `${env().siteUrl}${path}`;
}
