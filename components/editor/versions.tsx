'use client';

import type { EditorFields } from './fields';
import { TwoVersions } from './two-versions';
import type { Editor } from './use-editor';

type Props = { editor: Editor; serverFields: EditorFields; isComparing: boolean; onClose: () => void };

/** The two moments at which a text exists twice: after a crash, and when somebody else saved meanwhile. */
export function Versions({ editor, serverFields, isComparing, onClose }: Props) {
  const { offer, state, fields } = editor;
  if (offer) {
    return (
      <TwoVersions
        title={`We found newer text from this browser, ${clock(offer.entry.at)}`}
        lead={
          offer.kind === 'newer'
            ? 'It had not reached the server. Both are below; nothing has been replaced.'
            : 'It had not reached the server, and meanwhile the post was saved from elsewhere. Both are below; nothing has been replaced.'
        }
        mine={{ name: 'This browser', fields: offer.entry.fields }}
        theirs={{ name: 'The server', fields: serverFields }}
        keepMine="Keep it"
        keepTheirs="Discard it"
        onDecide={editor.decideOffer}
      />
    );
  }
  if (!isComparing || state.phase !== 'conflict' || !state.answer.theirs) return null;
  return (
    <TwoVersions
      title="Two versions of this post"
      lead={state.answer.message}
      mine={{ name: 'Yours', fields }}
      theirs={{ name: 'The other', fields: state.answer.theirs.fields }}
      keepMine="Keep mine"
      keepTheirs="Take the other"
      onDecide={(keepsMine) => {
        onClose();
        editor.decideConflict(keepsMine);
      }}
      onClose={onClose}
    />
  );
}

function clock(moment: number) {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(moment);
}
