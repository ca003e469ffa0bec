/**
 * Tells the page, if it asks, what the code has cost so far. Sent to the frame as text: no outer references. Observes from
 * the start, because Chromium keeps no long tasks for those who ask later. Pasted code can make it say less, so the page
 * believes what it sees itself as well (server/rendering/slot-health.ts).
 */
export const frameHealth = `(${String(answerCost)})();`;

function answerCost() {
  const cost = { slotFrame: 'cost', shift: 0, task: 0, failed: 0, bytes: 0 };
  const onError = ({ target }: Event) => void (target instanceof Element && cost.failed++);
  addEventListener('error', onError, true);
  const observe = (type: string, add: (entry: PerformanceEntry) => void) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  };
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) cost.shift += value;
  });
  observe('longtask', ({ duration }) => (cost.task = Math.max(cost.task, duration)));
  const onMessage = ({ source, data }: MessageEvent<{ slotCost?: unknown } | null>) => {
    if (source !== parent || data?.slotCost !== true) return;
    cost.bytes = 0;
    for (const entry of performance.getEntriesByType('resource')) {
      cost.bytes += (entry as PerformanceResourceTiming).transferSize;
    }
    parent.postMessage(cost, '*');
  };
  addEventListener('message', onMessage);
}
