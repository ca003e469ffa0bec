import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { CodeTest, type TestedBox } from '@/components/slots/code-test';
import { TestLines } from '@/components/slots/test-results';
import { useText } from '#text';
import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { env } from '@/lib/platform/env';
import { frameOriginOf } from '@/lib/platform/frame-origin';
import { FRAME_SANDBOX, ORIGIN_SANDBOX } from '@/lib/web/frame-sandbox';
import { isolationNames } from '@/lib/slots/isolation-names';
import { findSlot, type LiveSlot } from '@/lib/slots/queries';
import { findCodeTest } from '@/lib/slots/testing/code-tests';
import { TEST_MINUTES } from '@/lib/slots/testing/kept-results';
import { proposalsOf } from '@/lib/slots/testing/proposals';
import { TEST_SECONDS } from '@/lib/slots/testing/test-result';
import { paths } from '@/lib/web/paths';
import { pageTitle } from '../../../../../page-title';
import { guardPage } from '../../../../../guard';
import { keepTestAction } from './actions';
import '../../../slots.css';

type Props = PageProps<'/admin/slots/[id]/test/[test]'>;
type Found = NonNullable<Awaited<ReturnType<typeof findCodeTest>>>;

export const generateMetadata = pageTitle('Test this code');

const PHONE_WIDTH = 320;
const DESKTOP_WIDTH = 728;
const USUAL_HEIGHT = 250;

export default async function CodeTestPage({ params }: Props) {
  const { id, test: testId } = await params;
  const t = await adminText();
  const actor = await guardPage('slots.edit', paths.admin.codeTest(id, testId));
  const [slot, test] = await Promise.all([findSlot(id), findCodeTest(actor, { id: testId, slotId: id })]);
  if (!slot) notFound();
  return (
    <div className="slot-page">
      <p className="slot-back">
        <a href={paths.admin.slot(id)}>{slot.name}</a>
      </p>
      <PageHeader title={t('Test this code')} lead={test && whereOf(test, t)} />
      {test ? <Tested {...{ slot, test, testId }} /> : <Over />}
    </div>
  );
}

function Over() {
  const t = useText();
  return (
    <p className="notice notice--refused">
      {t(
        'There is no test of yours here. A test ends after {minutes} minutes: open the slot and press “Test this code” again.',
        { minutes: TEST_MINUTES },
      )}
    </p>
  );
}

function Tested({ slot, test, testId }: { slot: LiveSlot; test: Found; testId: string }) {
  const t = useText();
  const { adsFrameOrigin } = env();
  const isApart = test.testedIn === 'isolated-origin';
  const origin = isApart ? frameOriginOf(adsFrameOrigin ?? '', testId) : '';
  const boxes = boxesOf(slot);
  const box = { width: boxes[1]?.width ?? DESKTOP_WIDTH, height: boxes[1]?.height ?? USUAL_HEIGHT };
  const { result, code, isolation, version } = test;
  return (
    <>
      <CodeTest
        action={keepTestAction}
        boxes={boxes}
        test={{
          id: testId,
          address: paths.testFrame(testId, origin),
          sandbox: isApart ? ORIGIN_SANDBOX : FRAME_SANDBOX,
          seconds: TEST_SECONDS,
          hasResult: result !== null,
        }}
      />
      {result && (
        <section className="slot-versions" aria-labelledby="results">
          <h2 id="results">{t('Test results')}</h2>
          <TestLines
            result={result}
            proposals={proposalsOf({ code, isolation, result, box, hasFrameOrigin: adsFrameOrigin !== null })}
          />
          <p className="quiet">
            {version === null
              ? t('They are kept with the version if you save this code within {minutes} minutes.', {
                  minutes: TEST_MINUTES,
                })
              : t('They are kept with version {version}.', { version })}
          </p>
        </section>
      )}
    </>
  );
}

function whereOf({ isolation, testedIn }: Found, t: Text) {
  const runs =
    testedIn === 'sandboxed'
      ? t('It runs in your own browser, in an isolated frame, and its network sees your requests.')
      : t('It runs in your own browser, in a frame on a second domain, and its network sees your requests.');
  if (isolation === testedIn) return `${runs} ${t('That is how readers get it.')}`;
  const why =
    isolation === 'in-page'
      ? t('code never runs in a page of the admin, so what it does to a page around it is not seen here')
      : t('this site has no second domain for frames');
  const place = t(isolationNames[isolation]);
  return `${runs} ${t('Readers get it differently ({place}): {why}.', { place, why })}`;
}

function boxesOf({ width, height, mobileWidth, mobileHeight }: LiveSlot): TestedBox[] {
  return [
    { width: mobileWidth || PHONE_WIDTH, height: mobileHeight || USUAL_HEIGHT },
    { width: width || DESKTOP_WIDTH, height: height || USUAL_HEIGHT },
    { width: null, height: height || USUAL_HEIGHT },
  ];
}
