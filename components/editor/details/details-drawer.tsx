'use client';

import { useText } from '#text';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { fieldGroups, type FieldGroup } from '@/lib/posts/fields/field-definition';
import { definitionOf } from '@/lib/posts/fields/fields';
import { CoverField, SocialImageField } from './cover-field';
import { DetailField, tidySlug, type DetailProps } from './detail-field';
import { isOffered, type EditorImages } from '../editor-post';
import { editorFieldNames } from '../fields';
import { SearchPreview, SocialPreview } from './share-previews';

type Props = DetailProps & {
  images: EditorImages;
  onImages: (images: EditorImages) => void;
  onClose: () => void;
  children: ReactNode;
};

const detailGroups = fieldGroups.filter((group) => group !== 'document');

/** Of the panel beside the text. */
export const DETAILS_PANEL = 'post-settings';

/** The post settings as a dialog, on narrow screens; saved automatically, like the text. */
export function DetailsDrawer(props: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="details-title" onClose={closing(props)}>
      <Details {...props} onClose={() => dialog.current?.close()} />
    </dialog>
  );
}

/** The post settings beside the text, which stays in use. */
export function DetailsPanel(props: Props) {
  const panel = useRef<HTMLElement>(null);
  const close = closing(props);
  useEscape(panel, close);
  return (
    <aside
      id={DETAILS_PANEL}
      ref={panel}
      className="side-panel details-panel"
      aria-labelledby="details-title"
      tabIndex={-1}
    >
      <Details {...props} onClose={close} />
    </aside>
  );
}

/** Escape in the panel, unless something in it, or a dialog above it, has its own use for the key. */
function useEscape(panel: RefObject<HTMLElement | null>, onEscape: () => void) {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
      if (panel.current?.contains(target) && !target.closest('dialog')) latest.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [panel]);
}

function closing({ onClose, ...detail }: Props) {
  return () => {
    tidySlug(detail, detail.onChange);
    onClose();
  };
}

function Details({ images, onImages, onClose, children, ...detail }: Props) {
  const t = useText();
  const { fields, problems, onChange } = detail;
  const pictures = { images, onImages, problems, onChange };
  return (
    <>
      <div className="drawer__header">
        <h2 id="details-title">{t('Post settings')}</h2>
        <button type="button" className="button button--quiet" onClick={onClose}>
          {t('Close')}
        </button>
      </div>
      {detailGroups.map((group) => {
        const inside = <DetailGroup key={group} group={group} {...detail} />;
        if (group === 'cover') {
          return (
            <CoverField key={group} {...pictures} fields={fields}>
              {inside}
            </CoverField>
          );
        }
        if (group === 'search') {
          return (
            <Folded key={group} title={t('SEO')}>
              <SearchPreview {...detail} />
              <div>{inside}</div>
            </Folded>
          );
        }
        if (group !== 'social') return inside;
        return (
          <Folded key={group} title={t('Social sharing')}>
            <SocialPreview {...detail} images={images} />
            <div>{inside}</div>
            <SocialImageField {...pictures} />
          </Folded>
        );
      })}
      {children}
    </>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="drawer__more">
      <summary>{title}</summary>
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
