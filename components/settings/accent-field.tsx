'use client';

import { useEffect, useState } from 'react';

/** Previews the accent colour on the whole page until it is saved. */
export function AccentField({ hue }: { hue: number }) {
  const [chosen, setChosen] = useState(hue);
  useEffect(() => {
    document.documentElement.style.setProperty('--accent-hue', String(chosen));
  }, [chosen]);
  return (
    <div className="field">
      <label htmlFor="accentHue">Accent colour</label>
      <p className="field__hint" id="accentHue-hint">
        For links, focus outlines and primary buttons. Its lightness is adjusted so that text stays readable.
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
        A <a href="#looks">sample link</a> and a <span className="button button--primary">sample button</span>
      </p>
    </div>
  );
}
