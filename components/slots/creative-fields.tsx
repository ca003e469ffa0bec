'use client';

import { useText } from '#text';
import type { ReactNode } from 'react';
import { msg } from '@/lib/i18n/admin/msg';
import { Field, TextArea } from '@/components/ui/field';
import type { ShownCreative } from '@/lib/slots/queries';
import { acceptedImages } from '@/lib/media/accepted';
import { CodeFields, type CodeOptions } from './code-fields';

export type FieldProps = { values: Record<string, string>; errors: Record<string, string> };

type Shown = { shown: ShownCreative | null; code: CodeOptions };

/** For the summary of what is wrong with a form. */
export const contentLabels = {
  code: msg('Put your ad code here'),
  image: msg('Image'),
  alt: msg('Alt text'),
  imageLink: msg('Link'),
  headline: msg('Headline'),
  text: msg('Text'),
  callToAction: msg('Call to action'),
  textLink: msg('Link'),
  isolation: msg('Where it runs'),
  ownPassword: msg('Your password'),
};

const kinds = [
  ['code', msg('Code')],
  ['image', msg('Image')],
  ['text', msg('Text')],
] as const;

/** The three kinds of slot content, chosen by radio buttons, also without JavaScript. */
export function CreativeFields({ values, errors, shown, code }: FieldProps & Shown) {
  const t = useText();
  return (
    <div className="slot-kinds">
      <fieldset className="slot-kinds__choice">
        <legend className="hidden-visually">{t('What this slot shows')}</legend>
        {kinds.map(([kind, name]) => (
          <label key={kind} className="slot-kinds__tab">
            <input type="radio" name="kind" value={kind} defaultChecked={values.kind === kind} />
            <span>{t(name)}</span>
          </label>
        ))}
      </fieldset>
      <Panel kind="code">
        <CodeFields values={values} errors={errors} options={code} />
      </Panel>
      <Panel kind="image">
        <ImageFields values={values} errors={errors} shown={shown} />
      </Panel>
      <Panel kind="text">
        <TextFields values={values} errors={errors} />
      </Panel>
    </div>
  );
}

function Panel({ kind, children }: { kind: string; children: ReactNode }) {
  return <div className={`slot-kinds__panel slot-kinds__panel--${kind}`}>{children}</div>;
}

function ImageFields({ values, errors, shown }: FieldProps & { shown: ShownCreative | null }) {
  const t = useText();
  return (
    <>
      <input type="hidden" name="mediaId" value={values.mediaId ?? ''} />
      <Field
        name="image"
        label={shown?.media || values.mediaId ? t('Replace image') : t('Image')}
        type="file"
        accept={acceptedImages}
        hint={
          values.mediaId
            ? t('An image is selected. JPEG, PNG, WebP, GIF or AVIF; it is scaled to fit.')
            : t('JPEG, PNG, WebP, GIF or AVIF. It is scaled to fit.')
        }
        error={errors.image}
      />
      <Field
        name="alt"
        label={t('Alt text')}
        hint={t('Describes the image for readers who cannot see it.')}
        defaultValue={values.alt}
        error={errors.alt}
      />
      <Field
        name="imageLink"
        label={t('Link')}
        type="url"
        placeholder="https://"
        defaultValue={values.imageLink}
        error={errors.imageLink}
      />
    </>
  );
}

function TextFields({ values, errors }: FieldProps) {
  const t = useText();
  return (
    <>
      <Field
        name="headline"
        label={t('Headline')}
        defaultValue={values.headline}
        error={errors.headline}
        maxLength={90}
      />
      <TextArea name="text" label={t('Text')} rows={3} defaultValue={values.text} error={errors.text} />
      <Field
        name="callToAction"
        label={t('Call to action')}
        hint={t('Such as “Visit the shop”. Optional.')}
        defaultValue={values.callToAction}
        error={errors.callToAction}
      />
      <Field
        name="textLink"
        label={t('Link')}
        type="url"
        placeholder="https://"
        defaultValue={values.textLink}
        error={errors.textLink}
      />
    </>
  );
}
