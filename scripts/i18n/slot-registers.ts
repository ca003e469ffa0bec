import { consentNames } from '@/lib/slots/consent';
import { isolationNames } from '@/lib/slots/isolation-names';
import { armNames, goalKindNames, paceNames, tierNames, weekdayNames } from '@/lib/slots/line-item-names';
import { pageTypeNames, placementFacts } from '@/lib/slots/placements';
import { readerReasonNames } from '@/lib/slots/reader-report';
import { behaviourNames } from '@/lib/slots/report-reasons';
import { fieldLabels, spacingNames } from '@/lib/slots/slot-fields';
import { slotStates } from '@/lib/slots/slot';

/** Labels of ad slots. */
export const slotRegisters = {
  slotStates,
  placements: Object.values(placementFacts).flatMap(({ name, where }) => [name, where]),
  pageTypes: Object.values(pageTypeNames),
  slotFields: Object.values(fieldLabels),
  slotDistances: spacingNames.map(([, label]) => label),
  consents: Object.values(consentNames),
  isolations: Object.values(isolationNames),
  tiers: Object.values(tierNames),
  goalKinds: Object.values(goalKindNames),
  paces: Object.values(paceNames),
  arms: Object.values(armNames),
  weekdays: weekdayNames,
  behaviours: Object.values(behaviourNames),
  readerReasons: Object.values(readerReasonNames),
};
