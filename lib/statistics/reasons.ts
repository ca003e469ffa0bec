/** Why something was not counted, in the order in which it is looked at, as the admin reads it. */
export const reasons = {
  'cross-site': 'Not sent by a page of this site',
  'too-large': 'Larger than 64 kB',
  unreadable: 'Not readable',
  overload: 'More at once than can be stored',
  prefetch: 'Loaded ahead and not shown',
  bot: 'Robots that say so',
  headless: 'Headless browsers',
  rate: 'Too many from one client',
  staff: 'Staff who are signed in',
  return: 'Back button: counted before',
  repeated: 'Sent twice',
  order: 'Out of order',
  unknown: 'For a post or slot that does not exist',
  'other-content': 'For content that the slot does not show',
} as const;

export type Reason = keyof typeof reasons;

export function reasonInWords(reason: string) {
  return Object.hasOwn(reasons, reason) ? reasons[reason as Reason] : reason;
}

/** What was filtered: `request` where nothing in it could be read. */
export const filteredEvents = {
  view: 'Views',
  eligible: 'Eligible',
  served: 'Impressions',
  viewable: 'Viewable impressions',
  click: 'Clicks',
  cost: 'Measurements',
  request: 'Requests',
} as const;

export type FilteredEvent = keyof typeof filteredEvents;
