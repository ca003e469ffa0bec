'use client';

import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Field, TextArea } from '@/components/ui/field';
import { detectCode } from '@/lib/slots/detection';
import type { Size } from '@/lib/slots/placements';
import type { ShownCreative } from '@/lib/slots/queries';
import { acceptedImages } from '@/lib/media/accepted';

export type FieldProps = { values: Record<string, string>; errors: Record<string, string> };

const kinds = [
  ['code', 'Code'],
  ['image', 'Image'],
  ['text', 'Text'],
] as const;

/** The three kinds of slot content, chosen by radio buttons, also without JavaScript. */
export function CreativeFields({ values, errors, shown }: FieldProps & { shown: ShownCreative | null }) {
  return (
    <div className="slot-kinds">
      <fieldset className="slot-kinds__choice">
        <legend className="hidden-visually">What this slot shows</legend>
        {kinds.map(([kind, name]) => (
          <label key={kind} className="slot-kinds__tab">
            <input type="radio" name="kind" value={kind} defaultChecked={values.kind === kind} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <Panel kind="code">
        <CodeFields values={values} errors={errors} />
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

function CodeFields({ values, errors }: FieldProps) {
  const [code, setCode] = useState(values.code ?? '');
  return (
    <>
      <TextArea
        name="code"
        label="Put your ad code here"
        hint="Paste the code from your ad network; it is not changed. It runs in an isolated frame and cannot read the page, its visitors’ sessions or their cookies."
        error={errors.code}
        defaultValue={values.code}
        onChange={(event) => setCode(event.currentTarget.value)}
        className="textarea slot-code"
        rows={10}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        dir="ltr"
      />
      <Findings code={code} values={values} />
    </>
  );
}

function Findings({ code, values }: { code: string; values: Record<string, string> }) {
  const place = useRef<HTMLDivElement>(null);
  const phone = usePhoneBox(place, values);
  if (code.trim() === '') return null;
  const { size, hosts, findings } = detectCode(code);
  return (
    <div ref={place} className="slot-findings" aria-live="polite">
      {size && (
        <p>
          <span>{`It is made for ${size.width} × ${size.height}.`}</span>{' '}
          <button
            type="button"
            className="notice__action slot-findings__use"
            onClick={(event) => writeSize(event.currentTarget.form, size)}
          >
            Use this size
          </button>
        </p>
      )}
      {size && isCutOff(size, phone) && <CutOff phone={phone} />}
      {!size && <p>The code does not state its size: choose one below.</p>}
      {hosts.length > 0 && <p>{`It loads from ${hosts.join(', ')}.`}</p>}
      {findings.length > 0 && (
        <ul>
          {findings.map(({ tone, words }) => (
            <li key={words} data-tone={tone}>
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function CutOff({ phone }: { phone: Size }) {
  return (
    <p data-tone="warning">
      <span>{`On mobile its box is ${phone.width} × ${phone.height}, so it will be cut off there. Hide it on mobile, or use code that is made for that size.`}</span>{' '}
      <button
        type="button"
        className="notice__action slot-findings__use"
        onClick={(event) => writePhoneSize(event.currentTarget.form, { width: 0, height: 0 })}
      >
        Hide on mobile (0 × 0)
      </button>
    </p>
  );
}

/** The mobile size as currently entered. */
function usePhoneBox(place: RefObject<HTMLElement | null>, values: Record<string, string>): Size {
  const stored = { width: Number(values.mobileWidth) || 0, height: Number(values.mobileHeight) || 0 };
  const [typed, setTyped] = useState<Size | null>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    const read = () => form && setTyped(phoneSizeIn(form));
    form?.addEventListener('input', read);
    return () => form?.removeEventListener('input', read);
  }, [place]);
  return typed ?? stored;
}

function phoneSizeIn(form: HTMLFormElement): Size {
  const [width = 0, height = 0] = ['mobileWidth', 'mobileHeight'].map((name) => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement ? Number(field.value) || 0 : 0;
  });
  return { width, height };
}

function isCutOff(size: Size, phone: Size) {
  const isShown = phone.width > 0 && phone.height > 0;
  return isShown && (size.width > phone.width || size.height > phone.height);
}

/** Writes a size into the form: on mobile as well, if it fits there. */
export function writeSize(form: HTMLFormElement | null, size: Size) {
  write(form, 'width', size.width);
  write(form, 'height', size.height);
  if (size.width <= 336) writePhoneSize(form, size);
}

function writePhoneSize(form: HTMLFormElement | null, { width, height }: Size) {
  write(form, 'mobileWidth', width);
  write(form, 'mobileHeight', height);
}

function write(form: HTMLFormElement | null, name: string, value: number) {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = String(value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function ImageFields({ values, errors, shown }: FieldProps & { shown: ShownCreative | null }) {
  return (
    <>
      <input type="hidden" name="mediaId" value={values.mediaId ?? ''} />
      <Field
        name="image"
        label={shown?.media || values.mediaId ? 'Replace image' : 'Image'}
        type="file"
        accept={acceptedImages}
        hint={
          values.mediaId
            ? 'An image is selected. JPEG, PNG, WebP, GIF or AVIF; it is scaled to fit.'
            : 'JPEG, PNG, WebP, GIF or AVIF. It is scaled to fit.'
        }
        error={errors.image ?? errors.mediaId}
      />
      <Field
        name="alt"
        label="Alt text"
        hint="Describes the image for readers who cannot see it."
        defaultValue={values.alt}
        error={errors.alt}
      />
      <Field
        name="imageLink"
        label="Link"
        type="url"
        placeholder="https://"
        defaultValue={values.imageLink}
        error={errors.imageLink ?? errors.linkUrl}
      />
    </>
  );
}

function TextFields({ values, errors }: FieldProps) {
  return (
    <>
      <Field name="headline" label="Headline" defaultValue={values.headline} error={errors.headline} maxLength={90} />
      <TextArea name="text" label="Text" rows={3} defaultValue={values.text} error={errors.text} />
      <Field
        name="callToAction"
        label="Call to action"
        hint="Such as “Visit the shop”. Optional."
        defaultValue={values.callToAction}
        error={errors.callToAction}
      />
      <Field
        name="textLink"
        label="Link"
        type="url"
        placeholder="https://"
        defaultValue={values.textLink}
        error={errors.textLink ?? errors.linkUrl}
      />
    </>
  );
}
