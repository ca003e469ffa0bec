'use client';

import { useText } from '#text';
import type { ReactNode } from 'react';
import { TrashAction } from '@/components/admin/trash-action';
import type { ShownNotes } from '@/components/notes/shown-notes';
import { useFormAction } from '@/components/ui/use-form-action';
import { Field } from '@/components/ui/field';
import { FormAnswer } from '@/components/ui/form-answer';
import { AT_LONG_FORM } from '@/components/ui/long-form';
import { definitionOf } from '@/lib/posts/fields/fields';
import { isOffered, type EditorAction, type EditorPost, type EditorSite } from './editor-post';
import { editorFieldNames, fieldLabels } from './fields';
import { OutlineDetails } from './details/outline-details';
import { PlainField } from './details/plain-field';
import { titleOf } from '@/lib/posts/title';
import { zoneHint } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';

/** One action for the whole form; `intent` is the button that was pressed. */
export type PlainActions = { save: EditorAction };

type Props = { post: EditorPost; site: EditorSite; plain: PlainActions; outline: ReactNode; notes: ShownNotes };

/** The editor without JavaScript: all fields and the HTML source in one form. */
export function PlainEditor({ post, site, plain, outline, notes }: Props) {
  const t = useText();
  const [state, action] = useFormAction(plain.save, AT_LONG_FORM);
  const labels = Object.fromEntries(Object.entries(fieldLabels).map(([name, label]) => [name, t(label)]));
  return (
    <form id={AT_LONG_FORM.slice(1)} action={action} className="plain-editor">
      <FormAnswer state={state} labels={labels} />
      <p className="form-actions">
        <a href={paths.admin.postNotes(post.id)}>
          {notes.open.length > 0 ? t('Notes ({count, number})', { count: notes.open.length }) : t('Notes')}
        </a>
        <a href={paths.admin.postPreview(post.id)}>{t('Preview')}</a>
        <a href={paths.admin.revisions(post.id)}>{t('Revision history')}</a>
        {post.state === 'In review' && site.mayChooseAuthors && (
          <a href={paths.admin.review(post.id)}>{t('Return to the author…')}</a>
        )}
      </p>
      {post.state === 'Trash' && <InTrash type={post.type} />}
      {state.values.losses && (
        <p className="notice" role="status">
          {t.said(state.values.losses)}
        </p>
      )}
      {state.values.view && (
        <p>
          <a href={state.values.view}>{t('View it')}</a>
        </p>
      )}
      <input type="hidden" name="id" value={post.id} />
      <input type="hidden" name="shown" value={post.state} />
      <input type="hidden" name="version" value={state.values.version ?? post.version} />
      {editorFieldNames.map((name) => {
        const definition = definitionOf(name);
        return (
          isOffered(definition, { post, site }) && (
            <PlainField key={name} {...{ name, definition, post, site, state }} />
          )
        );
      })}
      <Field
        name="publishAt"
        type="datetime-local"
        label={t('Publish on')}
        hint={`${post.keptDate ? t('Leave empty to publish now, with a new date.') : t('Leave empty to publish now.')} ${t.said(zoneHint(site.zoneName))}`}
        error={state.fields.publishAt}
        defaultValue={state.values.publishAt ?? post.publishAt}
      />
      <OutlineDetails>{outline}</OutlineDetails>
      <FormActions post={post} mayPublish={site.mayPublish} isPast={state.values.isPast === 'yes'} />
    </form>
  );
}

/** `isPast`: the submitted date is in the past, and the form was returned to say so. */
type ActionsProps = { post: EditorPost; mayPublish: boolean; isPast: boolean };

function FormActions({ post, mayPublish, isPast }: ActionsProps) {
  const t = useText();
  const { state } = post;
  return (
    <div className="form-actions">
      <button className="button button--primary" name="intent" value="save">
        {t('Save')}
      </button>
      {mayPublish && (
        <button className="button" name="intent" value="publish">
          {state === 'Published' ? t('Update') : t('Publish')}
        </button>
      )}
      {!mayPublish && state === 'Draft' && (
        <button className="button" name="intent" value="hand-in">
          {t('Submit for review')}
        </button>
      )}
      {state === 'In review' && (
        <button className="button" name="intent" value="take-back">
          {t('Withdraw')}
        </button>
      )}
      {isPast && (
        <button className="button" name="intent" value="publish-past">
          {t('Publish now with this date')}
        </button>
      )}
      {state !== 'Draft' && state !== 'In review' && state !== 'Trash' && (
        <button className="button" name="intent" value="unpublish">
          {t('Unpublish')}
        </button>
      )}
      {state === 'Trash' ? (
        <button className="button" name="intent" value="restore">
          {t('Restore from trash')}
        </button>
      ) : (
        <TrashAction title={titleOf(post.fields)} below={post.pagesBelow} name="intent" value="trash" />
      )}
    </div>
  );
}

/** Restores the post together with the form's text. */
function InTrash({ type }: { type: EditorPost['type'] }) {
  const t = useText();
  return (
    <>
      {/* The default button, for Enter. */}
      <button className="hidden-visually" name="intent" value="save" tabIndex={-1} aria-hidden />
      <div className="notice">
        <span>{type === 'page' ? t('This page is in the trash.') : t('This post is in the trash.')}</span>
        <button className="notice__action" name="intent" value="restore">
          {t('Restore')}
        </button>
      </div>
    </>
  );
}
