import 'server-only';
import type { EditorPost, EditorSite } from '@/components/editor/editor-post';
import type { EditorFields } from '@/components/editor/fields';
import { can, type Actor } from '@/lib/auth/actor';
import { paths } from '@/lib/paths';
import type { getEditable } from '@/lib/posts/drafting';
import type { PostFields, PostState } from '@/lib/posts/post';
import { shortMoment, toWallClock, zoneAt } from '@/lib/time/site-time';

type Editable = Awaited<ReturnType<typeof getEditable>>;
type Clock = { timeZone: string; now?: Date };

/** The fields as the editor holds them: texts, so that a form, a journal and a request can carry them alike. */
export function toEditorFields(fields: PostFields): EditorFields {
  const { adsOff: _placements, locale: _locale, ...shown } = fields;
  return { ...shown, tags: fields.tags.join(', '), coverId: fields.coverId ?? '' };
}

/** "Scheduled 24 Nov 09:00" */
export function stateWords(post: { state: PostState; publishAt: Date | null }, clock: Clock) {
  return post.state === 'Scheduled' && post.publishAt ? `Scheduled ${shortMoment(post.publishAt, clock)}` : post.state;
}

type More = Pick<EditorPost, 'cover' | 'revisions' | 'previews'>;

export function toEditorPost(post: Editable, { timeZone }: Clock, more: More): EditorPost {
  const wallClock = (moment: Date | null) => (moment ? toWallClock(moment, timeZone) : '');
  return {
    ...more,
    id: post.id,
    version: post.version,
    type: post.type,
    state: post.state,
    stateWords: stateWords(post, { timeZone }),
    savedAt: shortMoment(post.savedAt, { timeZone }),
    fields: toEditorFields(post.fields),
    address: paths.post(post.slug),
    hasPending: post.hasPendingChange,
    publishAt: wallClock(post.publishAt),
    unpublishAt: wallClock(post.unpublishAt),
  };
}

type Known = { people: EditorSite['people']; tags: string[]; timeZone: string; type: 'post' | 'page' };

export function toEditorSite(actor: Actor, { people, tags, timeZone, type }: Known): EditorSite {
  return {
    people,
    tags,
    timeZone,
    zoneName: zoneAt(new Date(), timeZone),
    mayChooseAuthors: can(actor, 'posts.edit-any'),
    signInHref: paths.signIn(paths.admin.start()),
    listHref: type === 'page' ? paths.admin.pages() : paths.admin.posts(),
  };
}
