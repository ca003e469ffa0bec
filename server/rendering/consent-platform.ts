import type { Allowed, ConsentPage } from './slot-consent';

type Tcf = {
  eventStatus?: string;
  gdprApplies?: boolean;
  purpose?: { consents?: Record<number, boolean>; legitimateInterests?: Record<number, boolean> };
};
type Gpp = { signalStatus?: string; applicableSections?: number[]; parsedSections?: Record<string, unknown> };
type Platform = {
  __tcfapi?: (command: string, version: number, callback: (data: Tcf | null, isDone: boolean) => void) => void;
  __gpp?: (command: string, callback: (event: { pingData?: Gpp } | null) => void) => void;
};

/** Listens to a consent platform: IAB Europe's TCF, IAB's GPP, or both. Inlined as text, as slot-consent.ts. */
export function askPlatform({ allow, refuses }: ConsentPage, { ofTcf, ofGpp }: ReturnType<typeof platformAnswers>) {
  if (refuses) return;
  const page = window as Platform;
  const said: { tcf?: Allowed; gpp?: Allowed } = {};
  const decide = () => {
    const [first = '', second = ''] = [page.__tcfapi ? said.tcf : 'all', page.__gpp ? said.gpp : 'all'];
    if (!first || !second) return;
    const both = first.split(' ').filter((need) => second === 'all' || second.split(' ').includes(need));
    allow(first === 'all' ? second : both.join(' ') || 'nothing');
  };
  const heard = { tcf: false, gpp: false };
  const listen = () => {
    if (!heard.tcf && page.__tcfapi) {
      heard.tcf = true;
      page.__tcfapi('addEventListener', 2, (data, isDone) => {
        if (!isDone || !data || !/^(tcloaded|useractioncomplete)$/.test(data.eventStatus ?? '')) return;
        said.tcf = ofTcf(data);
        decide();
      });
    }
    if (!heard.gpp && page.__gpp) {
      heard.gpp = true;
      page.__gpp('addEventListener', (event) => {
        if (event?.pingData?.signalStatus !== 'ready') return;
        said.gpp = ofGpp(event.pingData, Boolean(page.__tcfapi));
        decide();
      });
    }
  };
  listen();
  const started = Date.now();
  const looking = setInterval(() => {
    listen();
    if ((heard.tcf && heard.gpp) || Date.now() - started > 60_000) clearInterval(looking);
  }, 200);
}

export function platformAnswers() {
  return {
    ofTcf: ({ gdprApplies, purpose }: Tcf): Allowed => {
      if (gdprApplies === false) return 'all';
      const { consents = {}, legitimateInterests = {} } = purpose ?? {};
      if (!consents[1]) return 'nothing';
      const mayFor = (number: number) => Boolean(consents[number] || legitimateInterests[number]);
      if (mayFor(2) && mayFor(8)) return 'all';
      return ['functional', ...(mayFor(8) ? ['analytics'] : []), ...(mayFor(2) ? ['advertising'] : [])].join(' ');
    },
    ofGpp: ({ applicableSections = [], parsedSections = {} }: Gpp, hasTcf: boolean): Allowed => {
      if (applicableSections.includes(2) && !hasTcf) return 'nothing';
      const parts = Object.values(parsedSections).flat() as (Record<string, unknown> | null)[];
      const optOuts = ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut'];
      const isOut = parts.some((part) => part?.Gpc === true || optOuts.some((name) => part?.[name] === 1));
      return isOut ? 'functional' : 'all';
    },
  };
}
