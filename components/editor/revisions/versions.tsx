'use client';

import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { shortMoment } from '@/lib/time/site-time';
import type { EditorPost } from '../editor-post';
import type { LocalDraftOffer } from '../saving/local-draft-offer';
import { ConflictView } from '../saving/conflict-view';
import type { Editor } from '../use-editor';

type Props = { editor: Editor; post: EditorPost; timeZone: string; isComparing: boolean; onClose: () => void };

/** Shown when a text exists in two versions: after a crash, or after a concurrent save. */
export function Versions({ editor, post, timeZone, isComparing, onClose }: Props) {
  const t = useText();
  const { offer, state, fields } = editor;
  if (offer) {
    return (
      <ConflictView
        title={t('This browser has a version that was not saved')}
        lead={leadOf(offer, { savedAt: post.savedAt, timeZone, t })}
        mine={{ name: t('This browser’s version'), fields: offer.entry.fields }}
        // With what was typed before the offer came.
        theirs={{ name: t('The saved version'), fields }}
        onDecide={editor.decideOffer}
      />
    );
  }
  if (!isComparing || state.phase !== 'conflict' || !state.answer.theirs) return null;
  return (
    <ConflictView
      title={t('Two versions of this post')}
      lead={t.said(state.answer.message)}
      mine={{ name: t('This browser’s version'), fields }}
      theirs={{ name: t('The saved version'), fields: state.answer.theirs.fields }}
      onDecide={(keepsMine) => {
        onClose();
        editor.decideConflict(keepsMine);
      }}
      onClose={onClose}
    />
  );
}

type Lead = { savedAt: string; timeZone: string; t: Text };

function leadOf({ kind, entry }: LocalDraftOffer, { savedAt, timeZone, t }: Lead) {
  const changedAt = shortMoment(new Date(entry.at), { timeZone, language: t.language });
  return [
    t('This browser’s version was last changed at {changedAt}; the post was last saved at {savedAt}.', {
      changedAt,
      savedAt,
    }),
    kind === 'apart' && t('In between it was saved from somewhere else.'),
    t('Both are below. Nothing has been replaced.'),
  ]
    .filter(Boolean)
    .join(' ');
}
