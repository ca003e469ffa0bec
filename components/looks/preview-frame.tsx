import { useText } from '#text';

type Props = { name: string; src: string; title: string };

const widths = [360, 768, 1280] as const;

/** Of no form: how a preview is looked at is nothing to save. */
const alone = { form: 'preview-of-no-form' };

/** A public page in a frame, as wide as a phone, a tablet or a desk. Nothing in it runs, and the browser alone resizes it. */
export function PreviewFrame({ name, src, title }: Props) {
  const t = useText();
  return (
    <div className="looks-preview">
      <div className="looks-preview__bar">
        <fieldset>
          <legend className="hidden-visually">{t('Width of the preview')}</legend>
          {widths.map((width) => (
            <label key={width}>
              <input {...alone} type="radio" name={`${name}-width`} value={width} defaultChecked={width === 1280} />
              <span>{t('{width, number} px', { width })}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend className="hidden-visually">{t('Theme of the preview')}</legend>
          <label>
            <input {...alone} type="radio" name={`${name}-theme`} value="light" defaultChecked />
            <span>{t('Light')}</span>
          </label>
          <label>
            <input {...alone} type="radio" name={`${name}-theme`} value="dark" />
            <span>{t('Dark')}</span>
          </label>
        </fieldset>
      </div>
      <div className="looks-preview__window">
        <iframe name={name} src={src} title={title} sandbox="allow-same-origin" />
      </div>
    </div>
  );
}
