'use client';

import { useText } from '#text';
import { useEffect, useRef } from 'react';
import { Field, Select } from '@/components/ui/field';
import { useFirstWrong } from '@/components/ui/form-answer';
import { useLeaveGuard } from '@/components/ui/leave-guard';
import type { FormState } from '@/lib/forms/form-state';
import { postFieldDefinitions } from '@/lib/posts/fields/fields';
import type { PostType } from '@/lib/posts/post';

export type QuickPost = {
  id: string;
  type: PostType;
  version: number;
  title: string;
  slug: string;
  /** Separated by commas. */
  tags: string;
  authorIds: string[];
  isPinned: boolean;
  commentsMode: string;
  /** "" if it has no date, or none that the actor may change. */
  publishAt: string;
  hasPendingChange: boolean;
};

export type QuickSite = {
  /** To choose authors from; none for who may not. */
  users: { id: string; name: string }[];
  isEditor: boolean;
  zoneHint: string;
  /** The list without the form, and its query. */
  cancel: string;
  back: string;
};

/** The id of the form: its fields stand in a row of the table, which is in the form of bulk actions. */
const FORM = 'quick-edit';

type FormProps = { post: QuickPost; back: string; state: FormState; action: (form: FormData) => void };

/** The form itself, outside of every other; its fields are in `QuickEditRow`. */
export function QuickEditForm({ post: { id, type, version }, back, state, action }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useLeaveGuard(form);
  useFirstWrong(form, state);
  useEffect(() => document.getElementById('quick-title')?.focus(), []);
  return (
    <form id={FORM} action={action} ref={form}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="version" value={state.values.version ?? version} />
    </form>
  );
}

type RowProps = { post: QuickPost; site: QuickSite; state: FormState };

/** What can be changed of a post in its row. */
export function QuickEditRow({ post, site, state }: RowProps) {
  const t = useText();
  const shared = (name: 'title' | 'slug' | 'tags' | 'publishAt' | 'commentsMode' | 'pinned', value: string) => ({
    name,
    id: `quick-${name}`,
    form: FORM,
    defaultValue: state.values[name] ?? value,
    error: state.fields[name],
  });
  const { commentsMode } = postFieldDefinitions;
  return (
    <tr className="quick-edit">
      <td colSpan={8}>
        <div role="group" aria-label={t('Quick edit of “{title}”', { title: post.title || t('Untitled') })}>
          {state.status === 'refused' && (
            <p className="notice notice--refused" role="alert">
              {state.message}
            </p>
          )}
          {post.hasPendingChange && (
            <p className="quiet">
              {t('This post has unpublished changes: what you change here is published with them.')}
            </p>
          )}
          <div className="quick-edit__fields">
            <Field {...shared('title', post.title)} label={t('Title')} />
            <Field {...shared('slug', post.slug)} label={t('URL slug')} />
            {post.type === 'post' && (
              <Field {...shared('tags', post.tags)} label={t('Tags')} hint={t('Separated by commas')} />
            )}
            {post.publishAt && (
              <Field
                {...shared('publishAt', post.publishAt)}
                label={t('Publish date')}
                type="datetime-local"
                hint={site.zoneHint}
              />
            )}
            <Select {...shared('commentsMode', post.commentsMode)} label={t('Comments')}>
              {Object.entries(commentsMode.options).map(([value, words]) => (
                <option key={value} value={value}>
                  {t(words)}
                </option>
              ))}
            </Select>
            {site.isEditor && post.type === 'post' && (
              <Select {...shared('pinned', String(post.isPinned))} label={t('Top of the home page')}>
                <option value="false">{t('Not pinned')}</option>
                <option value="true">{t('Pinned')}</option>
              </Select>
            )}
            {site.users.length > 1 && <Authors post={post} users={site.users} state={state} />}
          </div>
          <div className="form-actions">
            <button className="button button--primary" form={FORM}>
              {t('Save')}
            </button>
            <a className="button" href={site.cancel}>
              {t('Cancel')}
            </a>
          </div>
        </div>
      </td>
    </tr>
  );
}

type AuthorsProps = { post: QuickPost; users: QuickSite['users']; state: FormState };

function Authors({ post, users, state }: AuthorsProps) {
  const t = useText();
  const chosen = state.values.authorIds?.split(', ') ?? post.authorIds;
  return (
    <details className="quick-edit__authors" open={state.fields.authorIds !== undefined}>
      <summary>{t('Authors')}</summary>
      {state.fields.authorIds && <p className="field__error">{state.fields.authorIds}</p>}
      {/* Sent even when nothing is ticked, so that clearing the last checkbox counts. */}
      <input type="hidden" name="authorIds" value="" form={FORM} />
      {users.map(({ id, name }) => (
        <label className="check" key={id}>
          <input type="checkbox" name="authorIds" value={id} defaultChecked={chosen.includes(id)} form={FORM} />
          <span>{name}</span>
        </label>
      ))}
    </details>
  );
}
