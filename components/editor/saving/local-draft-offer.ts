import type { SaveMarks } from '@/lib/posts/editing/save-marks';
import { differingFields, type EditorFields } from '../fields';

/** A post's unsaved text, stored in the browser. */
export type LocalDraft = {
  /** The server's version that the text is based on. */
  version: number;
  fields: EditorFields;
  /** The last change, in ms since the epoch; unique within a visit. */
  at: number;
  /** The editor session in which it was written. */
  visit: string;
  /** Whether the page was left while this was being sent. */
  isLeaving?: boolean;
  /** Whether it was saved except for fields that were refused. */
  isRefused?: boolean;
};

/**
 * newer: not saved elsewhere meanwhile. apart: saved elsewhere, so both are valid. underway: newer, and sent a moment
 * ago by a page that was left, so the save may still arrive. refused: saved, with fields that were not taken.
 */
export type LocalDraftOffer = { kind: 'newer' | 'apart' | 'underway' | 'refused'; entry: LocalDraft };

/** How long a save may take, in ms: gateways time out after a minute. */
const SAVE_TIMEOUT_MS = 60_000;

type Server = { version: number; fields: EditorFields; saveMarks: SaveMarks };

/** Whether the local draft is worth offering beside the server's version. */
export function offerLocalDraft(entry: LocalDraft | null, server: Server, now = Date.now()) {
  if (!entry || differingFields(entry.fields, server.fields).length === 0) return null;
  // The page that stored it later saved this or something newer.
  if (!entry.isRefused && entry.at <= (server.saveMarks[entry.visit] ?? -1)) return null;
  return { kind: kindOf(entry, server, now), entry } satisfies LocalDraftOffer;
}

function kindOf(entry: LocalDraft, server: Server, now: number) {
  if (entry.version < server.version) return 'apart';
  if (entry.isRefused) return 'refused';
  return entry.isLeaving && Math.abs(now - entry.at) < SAVE_TIMEOUT_MS ? 'underway' : 'newer';
}

/** Parses a stored draft, perhaps of an older version; null if invalid. */
export function parseLocalDraft(value: unknown, like: EditorFields): LocalDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, fields, at, visit, isLeaving, isRefused } = value as Partial<Record<keyof LocalDraft, unknown>>;
  if (typeof version !== 'number' || typeof at !== 'number') return null;
  if (typeof fields !== 'object' || fields === null) return null;
  const entries = Object.entries(like).map(([name, initial]) => {
    const found = (fields as Record<string, unknown>)[name];
    const fits = typeof found === typeof initial && Array.isArray(found) === Array.isArray(initial);
    return [name, fits ? found : initial];
  });
  return {
    version,
    at,
    visit: typeof visit === 'string' ? visit : '',
    isLeaving: isLeaving === true,
    isRefused: isRefused === true,
    fields: Object.fromEntries(entries) as EditorFields,
  };
}
