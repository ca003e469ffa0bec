import { toPublicColumns } from '@/lib/posts/fields/post-columns';
import { emptyFields } from '@/lib/posts/fields/post-fields';
import type { PublicPost } from '@/lib/posts/listing/queries';

const moment = new Date('2026-11-22T08:41:00Z');

/** A public post as pages and feeds receive it. */
export const publicPost: PublicPost = {
  ...toPublicColumns(emptyFields),
  id: '1',
  type: 'post',
  slug: 'late-tide',
  title: '</script><script>alert(1)</script>',
  subtitle: 'Forty minutes',
  lead: null,
  publishAt: moment,
  unpublishAt: null,
  contentUpdatedAt: moment,
  pinnedAt: null,
  readingMinutes: 4,
  commentCount: 3,
  coverAlt: 'A sail',
  cover: {
    id: 'm',
    width: 1600,
    height: 900,
    alt: '',
    caption: '',
    credit: '',
    color: '',
    focus: '',
    variants: [{ path: 'a-960.jpg', width: 960, height: 540, mime: 'image/jpeg', bytes: 40_000 }],
  },
  authors: [{ id: 'a', name: 'Ada', slug: 'ada', bio: '', avatarSeed: 'ada' }],
  seriesId: null,
  tags: [{ id: 't', name: 'Harbour', slug: 'harbour' }],
  renderedHtml: '',
  blocks: [],
  bodyText: 'It was the harbour master who first noticed.',
  wordCount: 900,
  correctionCount: 0,
  firstPublishedAt: moment,
  commentsLockedReason: '',
  lockedReplies: null,
  feedId: 'urn:x',
  enclosures: [],
  socialImage: null,
};
