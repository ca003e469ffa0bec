'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CodeIsolation } from '@/lib/slots/creative';
import { consentNames } from '@/lib/slots/consent';
import { detectCode } from '@/lib/slots/detection';
import { isolationNames } from '@/lib/slots/isolation-names';
import type { Recognition } from '@/lib/slots/networks/network';
import type { Size } from '@/lib/slots/placements';
import { writePhoneSize, writeSize } from './slot-sizes';

type Props = { code: string; isolation: CodeIsolation; values: Record<string, string>; use: (code: string) => void };

/** What pasted code says about itself, before anybody runs it. */
export function Findings({ code, isolation, values, use }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const phone = usePhoneBox(place, values);
  if (code.trim() === '') return null;
  const { size, hosts, findings, recognition } = detectCode(code, isolation);
  return (
    <div ref={place} className="slot-findings" aria-live="polite">
      {recognition && <Recognised recognition={recognition} isolation={isolation} use={use} />}
      {size && (
        <p>
          <span>{`The code states its size: ${size.width} × ${size.height}.`}</span>{' '}
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
      {!size && !recognition?.isPageWide && <p>The code does not state its size: choose one below.</p>}
      {hosts.length > 0 && <p>{`Hosts that it names: ${hosts.join(', ')}.`}</p>}
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

function Recognised({ recognition, isolation, use }: { recognition: Recognition } & Pick<Props, 'isolation' | 'use'>) {
  const { network, kind, refusals, canonical, consent } = recognition;
  const isRefused = refusals.some((each) => (each.isolation ?? isolation) === isolation);
  const reason = isRefused ? '' : ` ${recognition.reason}`;
  return (
    <>
      {network && <p>{`This is ${network}: ${kind}.`}</p>}
      {network && (
        <p>{`What readers must allow first: ${consentNames[consent].replace(': ', ' (').toLowerCase()}).`}</p>
      )}
      {recognition.isolation !== isolation && <p>{`Proposed: ${isolationNames[recognition.isolation]}.${reason}`}</p>}
      {canonical && (
        <details className="slot-more">
          <summary>{`The code that ${network} gives out for this unit`}</summary>
          <pre className="slot-canonical" dir="ltr">
            {canonical}
          </pre>
          <button type="button" className="notice__action slot-findings__use" onClick={() => use(canonical)}>
            Use this instead
          </button>
        </details>
      )}
    </>
  );
}
