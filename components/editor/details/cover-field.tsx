'use client';

import { useText } from '#text';
import type { ReactNode } from 'react';
import { paths } from '@/lib/web/paths';
import type { EditorImages } from '../editor-post';
import type { EditorFields } from '../fields';
import { ImagePicker } from './image-picker';

type Props = {
  fields: EditorFields;
  problems: Record<string, string>;
  images: EditorImages;
  onImages: (images: EditorImages) => void;
  onChange: (changes: Partial<EditorFields>) => void;
  /** Alt text, caption and credit. */
  children: ReactNode;
};

/** The featured image with its texts. */
export function CoverField({ fields, problems, images, onImages, onChange, children }: Props) {
  const t = useText();
  const { cover } = images;
  return (
    <ImagePicker
      legend={t('Featured image')}
      image={cover}
      alt={fields.coverAlt}
      problem={problems.coverId}
      onTake={(image) => {
        onImages({ ...images, cover: image });
        onChange({ coverId: image.mediaId, ...(fields.coverAlt ? {} : { coverAlt: image.alt }) });
      }}
      onRemove={() => {
        onImages({ ...images, cover: null });
        onChange({ coverId: '' });
      }}
    >
      {cover && fields.coverId && (
        <p>
          {/* In a tab of its own: what is written stays open. */}
          <a href={paths.admin.image(fields.coverId)} target="_blank">
            {t('Crop and focal point')}
          </a>
        </p>
      )}
      {cover && children}
    </ImagePicker>
  );
}

/** The image of the card where the post is shared. */
export function SocialImageField({ problems, images, onImages, onChange }: Omit<Props, 'fields' | 'children'>) {
  const t = useText();
  return (
    <ImagePicker
      legend={t('Social image')}
      hint={t('Defaults to the featured image, then the drawn card or the site’s social image')}
      image={images.social}
      alt=""
      problem={problems.socialImageId}
      onTake={(image) => {
        onImages({ ...images, social: image });
        onChange({ socialImageId: image.mediaId });
      }}
      onRemove={() => {
        onImages({ ...images, social: null });
        onChange({ socialImageId: '' });
      }}
    />
  );
}
