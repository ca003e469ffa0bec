'use client';

import { useText } from '#text';
import { useEffect, useRef } from 'react';
import { ChangedFields, ChangedLine } from '../changes';
import { differingFields, type EditorFields } from '../fields';
import { diffLines, readableLines } from './text-diff';

type Version = { name: string; fields: EditorFields };

type Props = {
  title: string;
  lead: string;
  mine: Version;
  theirs: Version;
  onDecide: (keepsMine: boolean) => void;
  onClose?: () => void;
};

/** Shows both versions of a conflict; nothing is replaced before the user decides. */
export function ConflictView({ title, lead, mine, theirs, onDecide, onClose }: Props) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Either button discards a text: neither has the focus, so that a stray Enter presses none.
    heading.current?.focus();
  }, []);
  const differing = differingFields(mine.fields, theirs.fields);
  const fields = differing.filter((name) => name !== 'bodyHtml');
  return (
    <dialog
      ref={dialog}
      className="dialog dialog--wide versions"
      aria-labelledby="versions-title"
      onCancel={(event) => !onClose && event.preventDefault()}
      // Browsers close a dialog at the second Escape even if the first was prevented.
      onClose={onClose ?? (() => dialog.current?.showModal())}
    >
      <h2 id="versions-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{lead}</p>
      {fields.length > 0 && <ChangedFields names={fields} from={mine} to={theirs} />}
      {differing.includes('bodyHtml') && <TextDifference mine={mine} theirs={theirs} />}
      <div className="form-actions">
        <button type="button" className="button" onClick={() => onDecide(true)}>
          {t('Use this browser’s version')}
        </button>
        <button type="button" className="button" onClick={() => onDecide(false)}>
          {t('Keep the saved version')}
        </button>
        {onClose && (
          <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
            {t('Decide later')}
          </button>
        )}
      </div>
    </dialog>
  );
}

function TextDifference({ mine, theirs }: { mine: Version; theirs: Version }) {
  const t = useText();
  const lines = diffLines(readableLines(theirs.fields.bodyHtml), readableLines(mine.fields.bodyHtml));
  return (
    <section aria-label={t('The text')}>
      <p className="quiet">
        <ins>{t('Only in this browser’s version')}</ins> · <del>{t('only in the saved version')}</del>
      </p>
      <div className="versions__text">
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
          <ChangedLine key={index} parts={[line]} />
        ))}
      </div>
    </section>
  );
}
