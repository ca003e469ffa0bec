import type { CSSProperties } from 'react';
import { ResponsiveImage } from '@/components/posts/responsive-image';
import type { ConsentAsker } from '@/lib/slots/consent';
import { FRAME_SANDBOX, ORIGIN_SANDBOX } from '@/lib/web/frame-sandbox';
import type { ReadableSlot, ShownCreative } from '@/lib/slots/queries';
import { paths } from '@/lib/web/paths';

type ContentProps = {
  creative: ShownCreative;
  width: number;
  title: string;
  /** Who asks before content that needs consent loads. */
  consent?: ConsentAsker | undefined;
};

/** The content of a slot. */
export function SlotContent({ creative, width, title, consent }: ContentProps) {
  if (creative.isolation === 'in-page') return <InPageHost {...{ creative, consent }} />;
  if (creative.isolation !== 'inline') return <Frame {...{ creative, title, consent }} />;
  if (creative.kind === 'image') return <ImageContent creative={creative} width={width} />;
  return <TextContent creative={creative} />;
}

/** Where code that runs in the page is put (server/rendering/slot-runtime.ts); React leaves what is in it alone. */
function InPageHost({ creative, consent }: Pick<ContentProps, 'creative' | 'consent'>) {
  return (
    <div
      className="slot__host"
      data-code={creative.frame}
      data-evaluates={creative.evaluates ? '' : undefined}
      {...needOf(creative, consent)}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}

/** Pasted code, in an isolated document that cannot reach this page. */
function Frame({ creative, title, consent }: Omit<ContentProps, 'width'>) {
  const address = paths.slotFrame(creative.frame, creative.frameOrigin);
  const need = needOf(creative, consent);
  return (
    <iframe
      className="slot__frame"
      {...(need ? { ...need, 'data-src': address, suppressHydrationWarning: true } : { src: address })}
      title={title}
      loading="lazy"
      sandbox={creative.isolation === 'isolated-origin' ? ORIGIN_SANDBOX : FRAME_SANDBOX}
      allow=""
      scrolling="no"
    />
  );
}

/** Read by server/rendering/slot-consent.ts, which lets the content load when it may. */
function needOf({ consent: need }: ShownCreative, asker: ConsentAsker = 'off') {
  return asker === 'off' || need === 'none' ? null : { 'data-consent': need, 'data-consent-by': asker };
}

function ImageContent({ creative, width }: { creative: ShownCreative; width: number }) {
  if (!creative.media) return null;
  return (
    <a className="slot__link" href={creative.linkUrl} rel="sponsored noopener" target="_blank">
      <ResponsiveImage image={creative.media} alt={creative.alt} sizes={`${width}px`} />
    </a>
  );
}

function TextContent({ creative }: { creative: ShownCreative }) {
  const { linkUrl, headline, text, callToAction } = creative;
  return (
    <a className="slot__text" href={linkUrl} rel="sponsored noopener" target="_blank">
      <strong dir="auto">{headline}</strong>
      {text && <span dir="auto">{text}</span>}
      {callToAction && (
        <span className="slot__action" dir="auto">
          {callToAction}
        </span>
      )}
    </a>
  );
}

export function boxSizes(slot: Pick<ReadableSlot, 'width' | 'height' | 'mobileWidth' | 'mobileHeight'>) {
  return {
    '--w': `${slot.width}px`,
    '--h': `${slot.height}px`,
    '--mw': `${slot.mobileWidth}px`,
    '--mh': `${slot.mobileHeight}px`,
  } as CSSProperties;
}
