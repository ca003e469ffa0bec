import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import type { listVersions } from '@/lib/slots/queries';
import { shortMoment } from '@/lib/time/site-time';
import { SlotVersions } from './slot-actions';

type Props = {
  action: Action;
  slotId: string;
  /** Of the version that readers see; "" if there is none. */
  liveId: string;
  versions: Awaited<ReturnType<typeof listVersions>>;
  timeZone: string;
  mayTrust: boolean;
};

/** The versions of a line item with their dates; nothing where there are none. */
export function VersionSection({ versions, timeZone, ...more }: Props) {
  const t = useText();
  if (versions.length === 0) return null;
  return (
    <section className="slot-versions" aria-labelledby="versions">
      <h2 id="versions">{t('Versions')}</h2>
      <SlotVersions
        {...more}
        versions={versions.map(({ id, version, kind, isInPage, tested, summary, by, createdAt }) => ({
          id,
          version,
          kind,
          isInPage,
          tested,
          summary,
          by,
          when: shortMoment(createdAt, { timeZone, language: t.language }),
        }))}
      />
    </section>
  );
}
