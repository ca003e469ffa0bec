'use client';

import { useText } from '#text';
import { ActionForm } from '@/components/comments/action-form';
import type { Action } from '@/components/ui/action-errors';
import type { Seller, SellerFile } from '@/lib/sellers/ads-txt';

type Row = Seller & { number: number; text: string };

/** The sellers of a file, each with a button that removes its line. */
export function SellerRows({ action, file, sellers }: { action: Action; file: SellerFile; sellers: Row[] }) {
  const t = useText();
  if (sellers.length === 0) return <p className="quiet sellers-none">{t('No sellers yet.')}</p>;
  return (
    <ul className="rows">
      {sellers.map(({ number, text, ...seller }) => (
        <li key={`${number} ${text}`} className="row">
          <div className="row__main">
            <span className="row__title" dir="ltr">
              {`${seller.domain} · ${seller.account}`}
            </span>
            <p className="row__meta">
              <span>{[seller.relationship, seller.certification].filter(Boolean).join(' · ')}</span>
              {seller.comment && (
                <span>
                  {' · '}
                  <bdi>{seller.comment}</bdi>
                </span>
              )}
            </p>
          </div>
          <div className="row__side">
            <ActionForm action={action} fields={{ file, number: String(number), text }}>
              <button
                className="button button--quiet"
                aria-label={t('Remove {seller}', { seller: `${seller.domain}, ${seller.account}` })}
              >
                {t('Remove')}
              </button>
            </ActionForm>
          </div>
        </li>
      ))}
    </ul>
  );
}
