'use client';

import { useText } from '#text';
import { useMemo } from 'react';
import { sharedTexts } from '@/lib/seo/shared-texts';
import type { EditorImages, EditorPost, EditorSite } from '../editor-post';
import type { EditorFields } from '../fields';
import { beginningOf } from './beginning';

/** In characters; more is often cut. */
const USUAL = { searchTitle: 60, searchDescription: 155, socialTitle: 70, socialDescription: 125 };

type Props = { post: EditorPost; site: EditorSite; fields: EditorFields };

/** The post as a search result, while its fields are filled in. */
export function SearchPreview({ post, site, fields }: Props) {
  const t = useText();
  const { search } = useSharedTexts(fields, site);
  const { siteName, host } = site.sharing;
  const path = fields.slug || post.address.replace(/^\//, '');
  return (
    <figure className="share-preview">
      <figcaption>{t('Search result')}</figcaption>
      <div className="search-preview" lang={site.language}>
        <p className="search-preview__site">
          <span>{siteName}</span>
          <span dir="ltr">{`${host} › ${path}`}</span>
        </p>
        <p className="search-preview__title">{search.title}</p>
        <p className="search-preview__text">{search.description}</p>
      </div>
      <Length label={t('Title')} text={search.title} usual={USUAL.searchTitle} />
      <Length label={t('Description')} text={search.description} usual={USUAL.searchDescription} />
    </figure>
  );
}

/** The card that is shown where the post is shared. */
export function SocialPreview({ post, site, fields, images }: Props & { images: EditorImages }) {
  const t = useText();
  const { social } = useSharedTexts(fields, site);
  return (
    <figure className="share-preview">
      <figcaption>{t('Social card')}</figcaption>
      <div className="social-preview" lang={site.language}>
        <CardImage {...{ post, site, fields, images }} />
        <div className="social-preview__words">
          <p className="social-preview__host" dir="ltr">
            {site.sharing.host}
          </p>
          <p className="social-preview__title">{social.title}</p>
          <p className="social-preview__text">{social.description}</p>
        </div>
      </div>
      <Length label={t('Title')} text={social.title} usual={USUAL.socialTitle} />
      <Length label={t('Description')} text={social.description} usual={USUAL.socialDescription} />
    </figure>
  );
}

/** The image of the post, else the card that is drawn of its title, else the image of the site. */
function CardImage({ post, site, fields, images }: Props & { images: EditorImages }) {
  const t = useText();
  const { sharing } = site;
  const own = images.social ?? images.cover;
  const isDrawn = !own && sharing.drawsCards && post.type === 'post';
  const image = own ?? (isDrawn ? null : sharing.image);
  if (image) return <img className="social-preview__image" src={image.src} alt="" />;
  return (
    <p className="social-preview__image social-preview__drawn">
      <span>{(isDrawn && (fields.socialTitle || fields.title || t('Untitled'))) || sharing.siteName}</span>
      {isDrawn && <small>{sharing.siteName}</small>}
    </p>
  );
}

function Length({ label, text, usual }: { label: string; text: string; usual: number }) {
  const t = useText();
  const count = [...text].length;
  return (
    <p className="share-preview__length" data-is-long={count > usual || undefined}>
      {count > usual
        ? t('{label}: {count, number} characters; often cut after {usual, number}', { label, count, usual })
        : t('{label}: {count, number} of {usual, number} characters', { label, count, usual })}
    </p>
  );
}

function useSharedTexts(fields: EditorFields, { sharing: { siteName } }: EditorSite) {
  const text = useMemo(() => beginningOf(fields.bodyHtml), [fields.bodyHtml]);
  return sharedTexts(fields, text, siteName);
}
