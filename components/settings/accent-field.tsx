'use client';

import { useText } from '#text';
import { useEffect, useState, type ReactNode } from 'react';
import { linksTo } from '@/components/layout/message';

/** Previews the accent colour on the whole page until it is saved. */
export function AccentField({ hue }: { hue: number }) {
  const t = useText();
  const [chosen, setChosen] = useState(hue);
  useEffect(() => {
    document.documentElement.style.setProperty('--accent-hue', String(chosen));
  }, [chosen]);
  return (
    <div className="field">
      <label htmlFor="accentHue">{t('Accent colour')}</label>
      <p className="field__hint" id="accentHue-hint">
        {t('For links, focus outlines and primary buttons. Its lightness is adjusted so that text stays readable.')}
      </p>
      <input
        id="accentHue"
        name="accentHue"
        type="range"
        className="hue"
        min={0}
        max={360}
        step={1}
        defaultValue={hue}
        onInput={(event) => setChosen(Number(event.currentTarget.value))}
        aria-describedby="accentHue-hint"
      />
      <p className="hue__sample">
        {t.rich('A <link>sample link</link> and a <button>sample button</button>', {
          ...linksTo({ link: '#looks' }),
          button: sampleButton,
        })}
      </p>
    </div>
  );
}

function sampleButton(inside: ReactNode) {
  return <span className="button button--primary">{inside}</span>;
}
