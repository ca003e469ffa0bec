import { adminText } from '@/components/text/server';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import '../../../../prose.css';
import '../../../editor.css';
import { guardPage } from '../../../guard';
import {
  createPreviewAction,
  discardAction,
  handInAction,
  publishAction,
  restoreAction,
  restoreRevisionAction,
  revokePreviewsAction,
  savePlainAction,
  takeBackAction,
  trashAction,
  unpublishAction,
} from '../actions';
import { toEditorPost, toEditorSite } from '../editor-post';
import { sharingOf } from '../sharing';
import { noteActions } from './notes/note-actions';
import { readNotes } from './notes/shown-notes';
import { revisionKinds } from '../revision-kinds';
import { OtherEditorNotice } from './other-editor-notice';
import { PostOutline } from './post-outline';
import { PostEditor } from '@/components/editor/post-editor';
import { msg } from '@/lib/i18n/admin/msg';
import { findCover, listImageNames, listTagNames } from '@/lib/editor/queries';
import { can, type Actor } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { isDiscussed } from '@/lib/notes/queries';
import { AppError } from '@/lib/platform/errors';
import { paths } from '@/lib/web/paths';
import { listSeriesTitles } from '@/lib/post-lists/series-queries';
import { listAuthors } from '@/lib/post-lists/admin-queries';
import { getEditable } from '@/lib/posts/editing/drafting';
import { chosenImagesOf } from '@/lib/posts/fields/fields';
import { listPreviewLinks } from '@/lib/posts/previews/preview-links';
import { listPagesBelow, listParents } from '@/lib/posts/publishing/page-tree';
import { listRevisions } from '@/lib/posts/editing/revisions';
import { titleOf } from '@/lib/posts/title';
import { getSettings } from '@/lib/settings/queries';
import { listSpotSlots } from '@/lib/slots/spot-slots';
import { distinctMoments, shortMoment } from '@/lib/time/site-time';

type Props = PageProps<'/admin/posts/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await findActor();
  if (!can(actor, 'posts.write') || !actor) return {};
  return { title: titleOf((await findEditable(actor, (await params).id)).fields) };
}

export default async function EditorPage({ params }: Props) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('posts.write', paths.admin.post(id));
  const post = await findEditable(actor, id);
  const settings = await getSettings();
  const { timeZone, permalinks, language, publishRules: rules } = settings;
  const [users, tags, series, revisions, links, cover, social, images, sharing, slots, parents, below, notes] =
    await Promise.all([
      listAuthors(actor),
      listTagNames(actor),
      listSeriesTitles(actor),
      listRevisions(actor, id),
      listPreviewLinks(actor, id),
      findCover(post.fields.coverId),
      findCover(post.fields.socialImageId),
      listImageNames(actor, chosenImagesOf(post.fields)),
      sharingOf(settings),
      listSpotSlots(),
      post.type === 'page' ? listParents(actor, { id, parentId: post.fields.parentId }) : [],
      post.type === 'page' ? listPagesBelow([id]) : new Map<string, string[]>(),
      readNotes(actor, id, { timeZone, t }),
    ]);
  const shown = shownRevisions(revisions, { timeZone, language: t.language });
  const previews = links.map((link) => ({
    id: link.id,
    when: shortMoment(link.createdAt, { timeZone, language: t.language }),
    until: shortMoment(link.expiresAt, { timeZone, language: t.language }),
  }));
  return (
    <>
      <h1 className="hidden-visually">{post.type === 'page' ? t('Edit page') : t('Edit post')}</h1>
      <OtherEditorNotice revisions={revisions} ownId={actor.id} timeZone={timeZone} />
      <PostEditor
        key={id}
        post={toEditorPost(
          post,
          { timeZone, permalinks, t },
          { chosenImages: { cover, social }, revisions: shown, previews, pagesBelow: below.get(id)?.length ?? 0 },
        )}
        site={toEditorSite(actor, {
          id,
          users,
          images,
          parents,
          slots,
          tags,
          series,
          language,
          timeZone,
          type: post.type,
          rules,
          sharing,
        })}
        saveUrl={`${paths.admin.post(id)}/save`}
        outline={<PostOutline post={post} />}
        plain={{ save: savePlainAction }}
        notes={notes}
        noteActions={noteActions}
        actions={{
          publish: publishAction,
          handIn: handInAction,
          takeBack: takeBackAction,
          unpublish: unpublishAction,
          trash: trashAction,
          restore: restoreAction,
          discard: discardAction,
          restoreRevision: restoreRevisionAction,
          createPreview: createPreviewAction,
          revokePreviews: revokePreviewsAction,
        }}
      />
    </>
  );
}

type Revisions = Awaited<ReturnType<typeof listRevisions>>;

function shownRevisions(revisions: Revisions, clock: { timeZone: string; language: string }) {
  const moments = revisions.map(({ createdAt }) => createdAt);
  const names = distinctMoments(moments, clock);
  return revisions.map(({ id, kind, author }, at) => ({
    id,
    when: names[at] ?? '',
    who: author?.name ?? '',
    what: revisionKinds[kind] ?? msg('saved'),
  }));
}

const findEditable = cache(async (actor: Actor, id: string) => {
  try {
    return await getEditable(actor, id);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
  }
  // Its authors read the notes on it, also once they may no longer edit the text.
  if (await isDiscussed(actor, id)) redirect(paths.admin.postNotes(id));
  notFound();
});
