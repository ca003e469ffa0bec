import type { MessageKey } from '@/lib/i18n/catalogue';
import type { Translator } from '@/lib/i18n/translator';
import type { Subscription } from './notification';

type NameKey = Extract<MessageKey, `unsubscribe.what.${string}`>;

/** What readers are told that a link ends: "e-mails about replies to your comments". */
export function subscriptionNameIn(t: Translator, subscription: Subscription) {
  if (subscription.startsWith('replies-to:')) return t('unsubscribe.what.thread');
  return t(names[subscription] ?? 'unsubscribe.what.post');
}

const names: Partial<Record<Subscription, NameKey>> = {
  replies: 'unsubscribe.what.replies',
  mentions: 'unsubscribe.what.mentions',
  followed: 'unsubscribe.what.followed',
  comments: 'unsubscribe.what.comments',
  moderation: 'unsubscribe.what.moderation',
  decisions: 'unsubscribe.what.decisions',
  corrections: 'unsubscribe.what.corrections',
  notes: 'unsubscribe.what.notes',
  digest: 'unsubscribe.what.digest',
  all: 'unsubscribe.what.all',
};
