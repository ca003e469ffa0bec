'use client';

import { shortMoment } from '@/lib/time/site-time';
import type { EditorPost } from '../editor-post';
import type { LocalDraftOffer } from '../saving/local-draft-offer';
import { ConflictView } from '../saving/conflict-view';
import type { Editor } from '../use-editor';

type Props = { editor: Editor; post: EditorPost; timeZone: string; isComparing: boolean; onClose: () => void };

/** Shown when a text exists in two versions: after a crash, or after a concurrent save. */
export function Versions({ editor, post, timeZone, isComparing, onClose }: Props) {
  const { offer, state, fields } = editor;
  if (offer) {
    return (
      <ConflictView
        title="This browser has a version that was not saved"
        lead={leadOf(offer, { savedAt: post.savedAt, timeZone })}
        mine={{ name: 'This browser’s version', fields: offer.entry.fields }}
        // With what was typed before the offer came.
        theirs={{ name: 'The saved version', fields }}
        onDecide={editor.decideOffer}
      />
    );
  }
  if (!isComparing || state.phase !== 'conflict' || !state.answer.theirs) return null;
  return (
    <ConflictView
      title="Two versions of this post"
      lead={state.answer.message}
      mine={{ name: 'This browser’s version', fields }}
      theirs={{ name: 'The saved version', fields: state.answer.theirs.fields }}
      onDecide={(keepsMine) => {
        onClose();
        editor.decideConflict(keepsMine);
      }}
      onClose={onClose}
    />
  );
}

function leadOf({ kind, entry }: LocalDraftOffer, { savedAt, timeZone }: { savedAt: string; timeZone: string }) {
  const changedAt = shortMoment(new Date(entry.at), { timeZone });
  const between = kind === 'apart' ? ' In between it was saved from somewhere else.' : '';
  return `This browser’s version was last changed at ${changedAt}; the post was last saved at ${savedAt}.${between} Both are below. Nothing has been replaced.`;
}
