import 'server-only';
import type { EditorPost, EditorSite } from '@/components/editor/editor-post';
import type { EditorFields } from '@/components/editor/fields';
import { can, type Actor } from '@/lib/auth/actor';
import { paths } from '@/lib/paths';
import { placementFacts, placements } from '@/lib/slots/placements';
import type { getEditable } from '@/lib/posts/drafting';
import type { PostFields, PostState } from '@/lib/posts/post';
import { fromWallClock, shortMoment, toWallClock, zoneAt } from '@/lib/time/site-time';

type Editable = Awaited<ReturnType<typeof getEditable>>;
type Clock = { timeZone: string; now?: Date };

/** The fields as the editor holds them: texts, so that a form, a journal and a request can carry them alike. */
export function toEditorFields(fields: PostFields, timeZone: string): EditorFields {
  const { locale: _locale, ...shown } = fields;
  const pinnedUntil = fields.pinnedUntil ? toWallClock(new Date(fields.pinnedUntil), timeZone) : '';
  return { ...shown, tags: fields.tags.join(', '), coverId: fields.coverId ?? '', pinnedUntil };
}

/** What the editor sent, with the moment that it shows in the site's time as the moment that it is. */
export function fromEditorFields<Fields extends { pinnedUntil?: string | undefined }>(
  fields: Fields,
  timeZone: string,
) {
  if (!fields.pinnedUntil) return fields;
  const { moment } = fromWallClock(fields.pinnedUntil, timeZone);
  return moment ? { ...fields, pinnedUntil: moment.toISOString() } : fields;
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
    saveMarks: post.saveMarks,
    type: post.type,
    state: post.state,
    stateWords: stateWords(post, { timeZone }),
    savedAt: shortMoment(post.savedAt, { timeZone }),
    fields: toEditorFields(post.fields, timeZone),
    address: paths.post(post.slug),
    hasPending: post.hasPendingChange,
    publishAt: wallClock(post.publishAt),
    unpublishAt: wallClock(post.unpublishAt),
  };
}

type Known = {
  people: EditorSite['people'];
  pictures: EditorSite['pictures'];
  tags: string[];
  timeZone: string;
  type: 'post' | 'page';
};

export function toEditorSite(actor: Actor, { people, pictures, tags, timeZone, type }: Known): EditorSite {
  return {
    people,
    pictures,
    places: placements
      .filter((placement) => placementFacts[placement].pages.includes(type))
      .map((placement) => ({ id: placement, name: placementFacts[placement].name })),
    tags,
    timeZone,
    zoneName: zoneAt(new Date(), timeZone),
    mayChooseAuthors: can(actor, 'posts.edit-any'),
    signInHref: paths.signIn(paths.admin.start()),
    listHref: type === 'page' ? paths.admin.pages() : paths.admin.posts(),
  };
}
