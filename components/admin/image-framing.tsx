'use client';

import { useText } from '#text';
import { useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react';
import { Field, Select } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import type { Action } from '@/components/ui/action-errors';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { cropRatios, fitted, LEAST_SIDE, parseCrop, type Crop, type CropRatio } from '@/lib/images/crop';
import { parseFocus } from '@/lib/images/focus';
import { msg } from '@/lib/i18n/admin/msg';

export type FramedImage = {
  id: string;
  url: string;
  width: number;
  height: number;
  focus: string;
  crop: string;
  /** The whole image, of which a part may be shown. */
  whole: { url: string; width: number; height: number };
};

type Props = { image: FramedImage; setFocus: Action; crop: Action };

/** The focal point of an image and the part of it that is shown. Number fields do the same without a script. */
export function ImageFraming({ image, setFocus, crop }: Props) {
  return (
    <>
      <FocusForm image={image} action={setFocus} />
      <CropForm image={image} action={crop} />
    </>
  );
}

const percent = { type: 'number', min: 0, max: 100, required: true, inputMode: 'decimal' } as const;

function FocusForm({ image, action }: { image: FramedImage; action: Action }) {
  const t = useText();
  const { state, form } = useFormSubmission(action);
  return (
    <section aria-labelledby="focus-heading">
      <h2 id="focus-heading">{t('Focal point')}</h2>
      <p className="quiet">{t('Stays in view wherever the edges are cut off: in lists, covers and galleries.')}</p>
      <FormNotice state={state} />
      <form {...form} className="framing">
        <input type="hidden" name="id" value={image.id} />
        {/* Another part is another picture, whose fields begin anew. */}
        <FocusFields key={`${image.url} ${image.focus}`} image={image} errors={state.fields} />
        <button className="button">{t('Save focal point')}</button>
      </form>
    </section>
  );
}

type Errors = Readonly<Record<string, string>>;

function FocusFields({ image, errors }: { image: FramedImage; errors: Errors }) {
  const t = useText();
  const [focus, setFocus] = useState(parseFocus(image.focus));
  return (
    <>
      <Stage
        image={image}
        onPoint={({ x, y }) => setFocus({ x: Math.round(x), y: Math.round(y) })}
        style={{ '--x': `${focus.x}%`, '--y': `${focus.y}%` }}
      >
        <span className="framing__point" />
      </Stage>
      <div className="framing__fields">
        <Field
          {...percent}
          name="x"
          id="focus-x"
          label={t('From the left, in percent')}
          error={errors.x}
          value={focus.x}
          onChange={({ target }) => setFocus({ ...focus, x: Number(target.value) })}
        />
        <Field
          {...percent}
          name="y"
          id="focus-y"
          label={t('From the top, in percent')}
          error={errors.y}
          value={focus.y}
          onChange={({ target }) => setFocus({ ...focus, y: Number(target.value) })}
        />
      </div>
      <div className="framing__shapes" aria-hidden>
        {['16 / 9', '1', '3 / 4'].map((shape) => (
          <img
            key={shape}
            src={image.url}
            alt=""
            style={{ aspectRatio: shape, objectPosition: `${focus.x}% ${focus.y}%` }}
          />
        ))}
      </div>
    </>
  );
}

const names: Record<CropRatio, string> = {
  free: msg('Any shape'),
  whole: msg('Shape of the image'),
  '16:9': msg('16:9'),
  '4:3': msg('4:3'),
  '1:1': msg('Square'),
};
const sides: [keyof Crop, string, number, number][] = [
  ['left', msg('From the left, in percent'), 0, 100 - LEAST_SIDE],
  ['top', msg('From the top, in percent'), 0, 100 - LEAST_SIDE],
  ['width', msg('Width, in percent'), LEAST_SIDE, 100],
  ['height', msg('Height, in percent'), LEAST_SIDE, 100],
];

function CropForm({ image, action }: { image: FramedImage; action: Action }) {
  const t = useText();
  const { state, form } = useFormSubmission(action);
  return (
    <section aria-labelledby="crop-heading">
      <h2 id="crop-heading">{t('Crop')}</h2>
      <p className="quiet">
        {t('Shows a part wherever the image is used. The whole image is kept, also at its own address.')}
      </p>
      <FormNotice state={state} />
      <form {...form} className="framing">
        <input type="hidden" name="id" value={image.id} />
        <CropFields key={image.crop} image={image} errors={state.fields} />
        <div className="form-actions">
          <button className="button" name="intent" value="crop">
            {t('Crop image')}
          </button>
          {image.crop && (
            <button className="button button--quiet" name="intent" value="whole" formNoValidate>
              {t('Show the whole image')}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

function CropFields({ image, errors }: { image: FramedImage; errors: Errors }) {
  const t = useText();
  const [crop, setCrop] = useState<Crop>(parseCrop(image.crop) ?? { left: 0, top: 0, width: 100, height: 100 });
  const [ratio, setRatio] = useState<CropRatio>('free');
  const start = useRef<Point | null>(null);
  const part = fitted(crop, ratio, image.whole);
  return (
    <>
      <Stage
        image={image.whole}
        onPoint={(point, isFirst) => {
          if (isFirst) start.current = point;
          else if (start.current) setCrop(between(start.current, point));
        }}
        style={{
          '--x': `${part.left}%`,
          '--y': `${part.top}%`,
          '--w': `${part.width}%`,
          '--h': `${part.height}%`,
        }}
      >
        <span className="framing__part" />
      </Stage>
      <Select
        name="ratio"
        id="crop-ratio"
        label={t('Shape')}
        value={ratio}
        onChange={({ target }) => setRatio(target.value as CropRatio)}
      >
        {cropRatios.map((each) => (
          <option key={each} value={each}>
            {t(names[each])}
          </option>
        ))}
      </Select>
      <div className="framing__fields">
        {sides.map(([side, label, min, max]) => (
          <Field
            {...percent}
            key={side}
            name={side}
            id={`crop-${side}`}
            label={t(label)}
            {...{ min, max }}
            step={0.1}
            error={errors[side]}
            value={crop[side]}
            onChange={({ target }) => setCrop({ ...crop, [side]: Number(target.value) })}
          />
        ))}
      </div>
    </>
  );
}

type Point = { x: number; y: number };
type StageProps = {
  image: { url: string; width: number; height: number };
  onPoint: (point: Point, isFirst: boolean) => void;
  style: Record<`--${string}`, string>;
  children: ReactNode;
};

/** The image, on which a pointer can show what the fields say. */
function Stage({ image, onPoint, style, children }: StageProps) {
  const point = (event: PointerEvent<HTMLElement>, isFirst: boolean) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const within = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 1_000) / 10;
    onPoint({ x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) }, isFirst);
  };
  return (
    <div
      className="framing__stage"
      style={style as CSSProperties}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event, true);
      }}
      onPointerMove={(event) => event.buttons === 1 && point(event, false)}
    >
      <img src={image.url} alt="" width={image.width} height={image.height} draggable={false} />
      {children}
    </div>
  );
}

/** What was drawn from one corner to the other; never less than may be cropped. */
function between(from: Point, to: Point): Crop {
  const side = (a: number, b: number) => {
    const size = Math.max(LEAST_SIDE, Math.abs(b - a));
    return [Math.min(Math.min(a, b), 100 - size), size] as const;
  };
  const [left, width] = side(from.x, to.x);
  const [top, height] = side(from.y, to.y);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return { left: tenth(left), top: tenth(top), width: tenth(width), height: tenth(height) };
}
