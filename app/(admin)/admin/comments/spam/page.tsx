import { adminText } from '@/components/text/server';
import { useText } from '#text';
import type { Text } from '@/components/text/text';
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
import { pageTitle } from '../../../page-title';
import { switchSpamModelAction } from './actions';
import '../queue.css';

export const generateMetadata = pageTitle('Spam model');

/** What the model learnt from the moderators, how well it does, and whether it may hold comments. */
export default async function SpamModelPage() {
  const t = await adminText();
  const actor = await guardPage('comments.moderate', paths.admin.spamModel());
  const [model, recent, { timeZone }] = await Promise.all([findSpamModel(actor), listWouldHold(actor), getSettings()]);
  return (
    <>
      <PageHeader
        title={t('Spam model')}
        lead={t(
          'Learns from what moderators of this site approve and mark as spam, and from nothing else. It can hold comments, never delete or refuse them.',
        )}
      >
        <a className="button" href={paths.admin.moderationRules()}>
          {t('Moderation rules')}
        </a>
        <a className="button" href={paths.admin.comments()}>
          {t('Comments')}
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
          {t(
            'Nothing is learnt yet: the model is trained within an hour once moderators have approved, or marked as spam, {count} comments of readers.',
            { count: MIN_DECISIONS },
          )}
        </p>
      )}
    </>
  );
}

function Switch({ model }: { model: SpamModelState }) {
  const t = useText();
  const isOn = model.switchedOnAt !== null;
  const mayHold = isShown(model);
  return (
    <ActionForm action={switchSpamModelAction} className="spam-switch">
      <p>{stateOf({ isOn, mayHold }, t)}</p>
      {(isOn || mayHold) && (
        <button className={isOn ? 'button' : 'button button--primary'} name="intent" value={isOn ? 'off' : 'on'}>
          {isOn ? t('Switch off') : t('Switch on')}
        </button>
      )}
    </ActionForm>
  );
}

function stateOf({ isOn, mayHold }: { isOn: boolean; mayHold: boolean }, t: Text) {
  const wanted = t(
    '98 % of what it would hold has to be spam, of at least {held} comments among at least {decisions} later decisions.',
    { held: MIN_WOULD_HOLD, decisions: MIN_HELD_BACK },
  );
  if (isOn && mayHold) return t('On: comments that are most likely spam await approval.');
  if (isOn) return `${t('Paused: its precision is no longer shown, so it holds nothing.')} ${wanted}`;
  if (mayHold) return t('In shadow: it holds nothing. Its precision is shown, so it can be switched on.');
  return `${t('In shadow: it holds nothing, and can be switched on once its precision is shown.')} ${wanted}`;
}
