import type { CodeIsolation } from '@/lib/slots/creative';
import { isolationNames } from '@/lib/slots/isolation-names';
import { detectCode } from '@/lib/slots/detection';
import type { Size } from '@/lib/slots/placements';
import type { TestResult } from './test-result';

export type Tested = {
  code: string;
  isolation: CodeIsolation;
  result: TestResult;
  /** The slot's size on desktop. */
  box: Size;
  hasFrameOrigin: boolean;
};

/** What a test suggests that the code itself does not: a size and a place to run, each with its reason. */
export function proposalsOf(tested: Tested): string[] {
  return [sizeProposal(tested), isolationProposal(tested)].filter((sentence) => sentence !== null);
}

function sizeProposal({ code, result, box }: Tested) {
  const drawn = drawnIn(box, result);
  if (!drawn || isNear(box, drawn)) return null;
  const stated = detectCode(code).size;
  if (stated && isNear(stated, drawn)) return null;
  const reason = stated ? `although its code says ${sizeText(stated)}` : 'and its code states no size';
  return `Proposed size: ${sizeText(drawn)}. That is what it drew, ${reason}.`;
}

function isolationProposal({ code, isolation, result, hasFrameOrigin }: Tested) {
  const recognised = detectCode(code, isolation).recognition;
  // Networks that forbid frames are known by their rules, not by what their code does in one.
  if (recognised?.refusals.some((refusal) => refusal.isolation !== undefined && refusal.isolation !== 'in-page'))
    return null;
  const wanted = wantedIsolation({ isolation, result, hasFrameOrigin });
  if (wanted === null || wanted.isolation === isolation || wanted.isolation === recognised?.isolation) return null;
  return `Proposed: ${isolationNames[wanted.isolation]}. ${wanted.reason}`;
}

function wantedIsolation({
  isolation,
  result,
  hasFrameOrigin,
}: Pick<Tested, 'isolation' | 'result' | 'hasFrameOrigin'>) {
  const isDrawn = result.errors.length === 0 && result.sizes.some(({ width, height }) => width >= 50 && height >= 20);
  if (isolation === 'in-page') {
    if (result.writes > 0)
      return {
        isolation: result.isolation,
        reason: 'It calls document.write, which is refused in the page and works in a frame.',
      };
    return isDrawn
      ? {
          isolation: result.isolation,
          reason: 'It drew its content in a frame without an error, so it does not need the page.',
        }
      : null;
  }
  if (isolation === 'sandboxed' && hasFrameOrigin && result.storage > 0)
    return {
      isolation: 'isolated-origin' as const,
      reason: 'It stores something in the browser, which the isolated frame forgets when the page is left.',
    };
  return null;
}

/** What it drew in the slot’s own width; null if that is nothing, or adapts to the box and fits into it. */
function drawnIn(box: Size, { sizes }: TestResult): Size | null {
  const own = sizes.find(({ frame }) => frame === box.width);
  if (!own || own.width < 50 || own.height < 20) return null;
  const isFluid = Math.abs(own.width - own.frame) <= 2;
  if (isFluid && own.height <= box.height) return null;
  return { width: isFluid ? box.width : own.width, height: own.height };
}

function isNear(one: Size, other: Size) {
  return Math.abs(one.width - other.width) <= 10 && Math.abs(one.height - other.height) <= 10;
}

function sizeText({ width, height }: Size) {
  return `${width}\u00a0×\u00a0${height}`;
}
