import 'server-only';
import type { EditorPost, EditorSite } from '@/components/editor/editor-post';
import type { Text } from '@/components/text/text';
import { editorFieldNames, type EditorFields } from '@/components/editor/fields';
import { can, type Actor } from '@/lib/auth/actor';
import { paths } from '@/lib/web/paths';
import { placementFacts, placements } from '@/lib/slots/placements';
import { getEditable } from '@/lib/posts/editing/drafting';
import { definitionOf, fieldMap, fieldsWith, type PostFields } from '@/lib/posts/fields/fields';
import { readFields } from '@/lib/posts/fields/post-fields';
import type { PostState } from '@/lib/posts/post';
import { keptPublishDate } from '@/lib/posts/publishing/publication-times';
import { ownSlugOf } from '@/lib/posts/publishing/slugs';
import { withParent } from '@/lib/posts/publishing/page-tree';
import { folderOfPost, type PermalinkForm } from '@/lib/settings/permalinks';
import type { PublishRules } from '@/lib/settings/publish-rules';
import { getSettings } from '@/lib/settings/queries';
import { fromWallClock, shortMoment, toWallClock, zoneIn } from '@/lib/time/site-time';

type Editable = Awaited<ReturnType<typeof getEditable>>;
type Clock = { timeZone: string; now?: Date };

const moments = fieldsWith({ kind: 'moment' });
/** With its distance from UTC; all other dates are the site's. */
const isInstant = /(?:Z|[+-]\d{2}:\d{2})$/;

/** Post fields as strings, as in forms, local drafts and requests. */
export function toEditorFields(fields: PostFields, timeZone: string): EditorFields {
  return fieldMap<EditorFields>(editorFieldNames, (name) => {
    const value = fields[name];
    const { kind } = definitionOf(name);
    if (kind === 'tags' && Array.isArray(value)) return value.join(', ');
    if (kind === 'moment' && typeof value === 'string' && value) return toWallClock(new Date(value), timeZone);
    return value ?? '';
  });
}

/** The post's fields as they were sent: those to save, and why the others cannot be. An unchanged one is never wrong. */
export async function readEditorFields(actor: Actor, id: string, sent: Record<string, unknown>) {
  const { timeZone } = await getSettings();
  const { fields, problems } = readWithDates(sent, timeZone);
  if (Object.keys(problems).length === 0) return { fields, problems };
  // Imported posts may have values that nobody could type.
  const stored: Record<string, unknown> = toEditorFields((await getEditable(actor, id)).fields, timeZone);
  const changed = Object.entries(problems).filter(([name]) => textOf(sent[name]) !== textOf(stored[name]));
  return { fields, problems: Object.fromEntries(changed) };
}

function textOf(value: unknown) {
  return String(value).replaceAll('\r\n', '\n');
}

function readWithDates(sent: Record<string, unknown>, timeZone: string) {
  const { fields, problems } = readFields(sent);
  for (const name of moments) {
    const text = fields[name];
    if (!text) continue;
    const { moment } = fromWallClock(text, timeZone);
    if (moment) fields[name] = moment.toISOString();
    else if (!isInstant.test(text)) {
      delete fields[name];
      problems[name] = 'Enter a valid date.';
    }
  }
  return { fields, problems };
}

/** "Scheduled 24 Nov 09:00" */
export function stateLabel(post: { state: PostState; publishAt: Date | null }, clock: Clock, t: Text) {
  if (post.state !== 'Scheduled' || !post.publishAt) return t(post.state);
  return t('Scheduled {moment}', { moment: shortMoment(post.publishAt, { ...clock, language: t.language }) });
}

type Written = { timeZone: string; permalinks: PermalinkForm; t: Text };
type More = Pick<EditorPost, 'chosenImages' | 'revisions' | 'previews' | 'pagesBelow'>;

export function toEditorPost(post: Editable, { timeZone, permalinks, t }: Written, more: More): EditorPost {
  const wallClock = (moment: Date | null) => (moment ? toWallClock(moment, timeZone) : '');
  return {
    ...more,
    id: post.id,
    version: post.version,
    saveMarks: post.saveMarks,
    type: post.type,
    state: post.state,
    stateLabel: stateLabel(post, { timeZone }, t),
    savedAt: shortMoment(post.savedAt, { timeZone, language: t.language }),
    fields: toEditorFields(post.fields, timeZone),
    address: paths.post(addressedSlug(post, { timeZone, permalinks })),
    hasPending: post.hasPendingChange,
    publishAt: wallClock(post.publishAt),
    keptDate: keptDateOf(post, { timeZone, t }),
    unpublishAt: wallClock(post.unpublishAt),
  };
}

// A draft is going to stand in the folder of its date.
function addressedSlug({ type, state, slug, publishAt }: Editable, place: Pick<Written, 'timeZone' | 'permalinks'>) {
  if (type === 'page' || state === 'Published') return slug;
  return withParent(folderOfPost(publishAt ?? new Date(), place), ownSlugOf(slug));
}

function keptDateOf(post: Editable, { timeZone, t }: Pick<Written, 'timeZone' | 't'>) {
  const kept = post.state === 'Scheduled' ? null : keptPublishDate(post, new Date());
  return kept ? shortMoment(kept, { timeZone, language: t.language }) : '';
}

type Known = {
  id: string;
  slots: EditorSite['slots'];
  users: EditorSite['users'];
  images: EditorSite['images'];
  parents: EditorSite['parents'];
  tags: string[];
  series: string[];
  language: string;
  timeZone: string;
  type: 'post' | 'page';
  rules: PublishRules;
  sharing: EditorSite['sharing'];
};

export function toEditorSite(
  actor: Actor,
  { id, users, images, parents, slots, tags, series, language, timeZone, type, rules, sharing }: Known,
): EditorSite {
  return {
    users,
    images,
    parents,
    slots,
    placements: placements
      .filter((placement) => placementFacts[placement].pages.includes(type))
      .map((placement) => ({ id: placement, name: placementFacts[placement].name })),
    tags,
    series,
    sharing,
    language,
    timeZone,
    zoneName: zoneIn(new Date(), timeZone),
    mayChooseAuthors: can(actor, 'posts.edit-any'),
    mayPublish: can(actor, 'posts.publish'),
    framesOf: can(actor, 'posts.framed-code') ? id : null,
    rules,
    signInHref: paths.signIn(paths.admin.dashboard()),
    listHref: type === 'page' ? paths.admin.pages() : paths.admin.posts(),
  };
}
