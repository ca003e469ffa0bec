'use client';

import { useText } from '#text';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CodeIsolation } from '@/lib/slots/creative';
import { msg } from '@/lib/i18n/admin/msg';
import type { Consent } from '@/lib/slots/consent';
import { detectCode } from '@/lib/slots/detection';
import { isolationNames } from '@/lib/slots/isolation-names';
import type { Recognition } from '@/lib/slots/networks/network';
import type { Size } from '@/lib/slots/placements';
import { writePhoneSize, writeSize } from './slot-sizes';

const neededFirst: Record<Consent, string> = {
  none: msg('What readers must allow first: none (it stores nothing in readers’ browsers).'),
  functional: msg('What readers must allow first: functional (it remembers something, such as how often it was seen).'),
  advertising: msg('What readers must allow first: advertising (its company may recognise readers).'),
};

type Props = { code: string; isolation: CodeIsolation; values: Record<string, string>; use: (code: string) => void };

/** What pasted code says about itself, before anybody runs it. */
export function Findings({ code, isolation, values, use }: Props) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const phone = usePhoneBox(place, values);
  if (code.trim() === '') return null;
  const { size, hosts, findings, recognition } = detectCode(code, isolation);
  return (
    <div ref={place} className="slot-findings" aria-live="polite">
      {recognition && <Recognised recognition={recognition} isolation={isolation} use={use} />}
      {size && (
        <p>
          <span>{t('The code states its size: {size}.', { size: `${size.width} × ${size.height}` })}</span>{' '}
          <button
            type="button"
            className="notice__action slot-findings__use"
            onClick={(event) => writeSize(event.currentTarget.form, size)}
          >
            {t('Use this size')}
          </button>
        </p>
      )}
      {size && !recognition?.adapts && isCutOff(size, phone) && <CutOff phone={phone} />}
      {!size && !recognition?.isPageWide && <p>{t('The code does not state its size: choose one below.')}</p>}
      {hosts.length > 0 && <p>{t('Hosts that it names: {hosts}.', { hosts: hosts.join(', ') })}</p>}
      {findings.length > 0 && (
        <ul>
          {findings.map(({ tone, words }) => (
            <li key={words} data-tone={tone}>
              {t.said(words)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function CutOff({ phone }: { phone: Size }) {
  const t = useText();
  return (
    <p data-tone="warning">
      <span>
        {t(
          'On mobile its box is {size}, so it will be cut off there. Hide it on mobile, or use code that is made for that size.',
          { size: `${phone.width} × ${phone.height}` },
        )}
      </span>{' '}
      <button
        type="button"
        className="notice__action slot-findings__use"
        onClick={(event) => writePhoneSize(event.currentTarget.form, { width: 0, height: 0 })}
      >
        {t('Hide on mobile (0 × 0)')}
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
  const t = useText();
  const { network, kind, refusals, canonical, consent } = recognition;
  const isRefused = refusals.some((each) => (each.isolation ?? isolation) === isolation);
  const reason = isRefused ? '' : ` ${t.said(recognition.reason)}`;
  return (
    <>
      {network && <p>{t('This is {network}: {kind}.', { network, kind: t.said(kind) })}</p>}
      {network && <p>{t(neededFirst[consent])}</p>}
      {recognition.isolation !== isolation && (
        <p>{`${t('Proposed: {place}.', { place: t(isolationNames[recognition.isolation]) })}${reason}`}</p>
      )}
      {canonical && (
        <details className="slot-more">
          <summary>{t('The code that {network} gives out for this unit', { network: network ?? '' })}</summary>
          <pre className="slot-canonical" dir="ltr">
            {canonical}
          </pre>
          <button type="button" className="notice__action slot-findings__use" onClick={() => use(canonical)}>
            {t('Use this instead')}
          </button>
        </details>
      )}
    </>
  );
}
