import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { ActionForm } from '@/components/comments/action-form';
import { HeldBySpamModel } from '@/components/comments/held-by-spam-model';
import { SpamFigures } from '@/components/comments/spam-figures';
import { isShown, MIN_DECISIONS, MIN_HELD_BACK, MIN_WOULD_HOLD } from '@/lib/comments/spam/model';
import { findSpamModel, type SpamModelState } from '@/lib/comments/spam/queries';
import { listWouldHold } from '@/lib/comments/spam/recent';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { switchSpamModelAction } from './actions';
import '../queue.css';

export const metadata: Metadata = { title: 'Spam model' };

/** What the model learnt from the moderators, how well it does, and whether it may hold comments. */
export default async function SpamModelPage() {
  const actor = await guardPage('comments.moderate', paths.admin.spamModel());
  const [model, recent, { timeZone }] = await Promise.all([findSpamModel(actor), listWouldHold(actor), getSettings()]);
  return (
    <>
      <PageHeader
        title="Spam model"
        lead="Learns from what moderators of this site approve and mark as spam, and from nothing else. It can hold comments, never delete or refuse them."
      >
        <a className="button" href={paths.admin.moderationRules()}>
          Moderation rules
        </a>
        <a className="button" href={paths.admin.comments()}>
          Comments
        </a>
      </PageHeader>
      {model ? (
        <>
          <Switch model={model} />
          <SpamFigures model={model} timeZone={timeZone} />
          <HeldBySpamModel {...recent} />
        </>
      ) : (
        <p className="quiet">
          {`Nothing is learnt yet: the model is trained within an hour once moderators have approved, or marked as spam, ${MIN_DECISIONS} comments of readers.`}
        </p>
      )}
    </>
  );
}

function Switch({ model }: { model: SpamModelState }) {
  const isOn = model.switchedOnAt !== null;
  const mayHold = isShown(model);
  return (
    <ActionForm action={switchSpamModelAction} className="spam-switch">
      <p>{stateOf(isOn, mayHold)}</p>
      {(isOn || mayHold) && (
        <button className={isOn ? 'button' : 'button button--primary'} name="intent" value={isOn ? 'off' : 'on'}>
          {isOn ? 'Switch off' : 'Switch on'}
        </button>
      )}
    </ActionForm>
  );
}

function stateOf(isOn: boolean, mayHold: boolean) {
  const wanted = `98 % of what it would hold has to be spam, of at least ${MIN_WOULD_HOLD} comments among at least ${MIN_HELD_BACK} later decisions`;
  if (isOn && mayHold) return 'On: comments that are most likely spam await approval.';
  if (isOn) return `Paused: its precision is no longer shown, so it holds nothing. ${wanted}.`;
  if (mayHold) return 'In shadow: it holds nothing. Its precision is shown, so it can be switched on.';
  return `In shadow: it holds nothing, and can be switched on once its precision is shown. ${wanted}.`;
}
