import { useText } from '#text';
import type { ShownCreative } from '@/lib/slots/queries';
import { boxSizes, SlotContent } from './slot-content';

type Props = { creative: ShownCreative; values: Record<string, string>; isPreview: boolean; name: string };

/** A preview of the slot's content in the form. */
export function InlinePreview({ creative, values, isPreview, name }: Props) {
  const t = useText();
  const sizes = {
    width: Number(values.width) || 0,
    height: Number(values.height) || 0,
    mobileWidth: Number(values.mobileWidth) || 0,
    mobileHeight: Number(values.mobileHeight) || 0,
  };
  return (
    <figure className="slot-preview">
      <figcaption className="quiet">
        {isPreview
          ? t('Preview, not published · version {version}', { version: creative.version })
          : t('What readers see · version {version}', { version: creative.version })}
      </figcaption>
      <div className="slot-preview__scroll">
        <div className="slot slot--preview" style={boxSizes(sizes)}>
          <p className="slot__label">{values.label}</p>
          <div className="slot__box">
            {creative.isolation === 'in-page' && (
              <p className="slot__prompt">
                {t('It runs in the page, for readers only: sign out, or use a private window, to see it there.')}
              </p>
            )}
            <SlotContent
              key={creative.frame}
              creative={creative}
              width={sizes.width}
              title={t('Preview of {name}', { name })}
            />
          </div>
        </div>
      </div>
    </figure>
  );
}
