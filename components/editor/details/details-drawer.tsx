'use client';

import { useText } from '#text';
import { useEffect, useRef, type ReactNode } from 'react';
import { fieldGroups, type FieldGroup } from '@/lib/posts/fields/field-definition';
import { definitionOf } from '@/lib/posts/fields/fields';
import { CoverField } from './cover-field';
import { DetailField, tidySlug, type DetailProps } from './detail-field';
import { isOffered, type EditorCover } from '../editor-post';
import { editorFieldNames } from '../fields';

type Props = DetailProps & {
  cover: EditorCover | null;
  onCover: (cover: EditorCover | null) => void;
  onClose: () => void;
  children: ReactNode;
};

const detailGroups = fieldGroups.filter((group) => group !== 'document');

/** The post settings; saved automatically, like the text. */
export function DetailsDrawer({ cover, onCover, onClose, children, ...detail }: Props) {
  const t = useText();
  const { fields, problems, onChange } = detail;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => {
    tidySlug(detail, onChange);
    onClose();
  };
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="details-title" onClose={close}>
      <div className="drawer__header">
        <h2 id="details-title">{t('Post settings')}</h2>
        <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
          {t('Close')}
        </button>
      </div>
      {detailGroups.map((group) => {
        const inside = <DetailGroup key={group} group={group} {...detail} />;
        if (group === 'search') return <SearchGroup key={group}>{inside}</SearchGroup>;
        if (group !== 'cover') return inside;
        return (
          <CoverField key={group} {...{ fields, problems, cover, onCover, onChange }}>
            {inside}
          </CoverField>
        );
      })}
      {children}
    </dialog>
  );
}

function SearchGroup({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <details className="drawer__more">
      <summary>{t('SEO')}</summary>
      {children}
    </details>
  );
}

/** The fields of a group for this post, except the image, which has its own view. */
function DetailGroup({ group, ...detail }: DetailProps & { group: FieldGroup }) {
  return editorFieldNames.map((name) => {
    const definition = definitionOf(name);
    const isHere = definition.group === group && definition.kind !== 'image';
    if (!isHere || !isOffered(definition, detail) || definition.isShown?.(detail.fields) === false) return null;
    return <DetailField key={name} {...{ name, definition }} {...detail} />;
  });
}
