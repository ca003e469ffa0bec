/** What readers' browsers report of pasted code by themselves (server/rendering/slot-guard.ts, slot-runtime.ts). */
export const reportReasons = ['focus', 'history', 'write', 'popup', 'dialog', 'scroll'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** As a part of a sentence: "version 2 took the keyboard focus". */
export const behaviourNames: Record<ReportReason, string> = {
  focus: 'took the keyboard focus',
  history: 'blocked the Back button with entries in the browser’s history',
  write: 'tried to replace the page (document.write)',
  popup: 'tried to open a window that nobody had asked for',
  dialog: 'tried to open a dialog of the browser',
  scroll: 'tried to scroll the page',
};
