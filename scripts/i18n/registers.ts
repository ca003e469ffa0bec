import { actionNames, decisionNames } from '@/lib/comments/queue-filter';
import { exportDownloads } from '@/lib/export/formats';
import { reportReasonNames } from '@/lib/comments/reports/reasons';
import { kindNames, outcomeNames } from '@/lib/comments/rules/rule';
import { roleHints, roleNames } from '@/lib/auth/actor';
import type { FieldDefinition } from '@/lib/posts/fields/field-definition';
import { definitionOf, postFieldNames } from '@/lib/posts/fields/fields';
import { untranslated } from '@/lib/i18n/languages';
import { postStates } from '@/lib/posts/post';
import { reactionNames } from '@/lib/reactions/reaction';
import { slotRegisters } from './slot-registers';
import { pageKindNames } from '@/lib/statistics/page-view';
import { filteredEvents, reasons } from '@/lib/statistics/reasons';

/** Labels of lib that the admin writes with `t`, by the name of their register. */
export const registers: Readonly<Record<string, readonly string[]>> = {
  postStates,
  moderationActions: Object.values(actionNames),
  reportDecisions: Object.values(decisionNames),
  reportReasons: Object.values(reportReasonNames),
  ruleKinds: Object.values(kindNames),
  ruleOutcomes: Object.values(outcomeNames),
  postFields: postFieldNames.flatMap((name) => labelsOf(definitionOf(name))),
  roleNames: Object.values(roleNames),
  roleHints: Object.values(roleHints),
  reactions: Object.values(reactionNames).map(({ label }) => label),
  languages: [untranslated],
  exportDownloads: exportDownloads.flatMap(({ label, description, leavesOut }) => [label, description, leavesOut]),
  ...slotRegisters,
  pageKinds: Object.values(pageKindNames),
  reasonsToFilter: Object.values(reasons),
  filteredEvents: Object.values(filteredEvents),
};

function labelsOf(definition: FieldDefinition) {
  const { label, drawerLabel, hint } = definition;
  const options = definition.kind === 'choice' ? Object.values(definition.options) : [];
  const states = definition.kind === 'flag' ? Object.values(definition.states ?? {}) : [];
  return [label, drawerLabel, hint, ...options, ...states].filter((words) => words !== undefined);
}
