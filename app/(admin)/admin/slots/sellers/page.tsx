import { PageHeader } from '@/components/admin/page-header';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { MissingSellers, OwnershipForm, SellerFields } from '@/components/sellers/seller-forms';
import { SellerFileForm } from '@/components/sellers/seller-file-form';
import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { SellerRows } from '@/components/sellers/seller-rows';
import { sellersIn, variableIn, type SellerFile } from '@/lib/sellers/ads-txt';
import { findingsIn } from '@/lib/sellers/findings';
import { getSellerFile, listMissingSellers } from '@/lib/sellers/queries';
import { siteHost } from '@/lib/settings/site-address';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { addSellerAction, changeOwnershipAction, removeSellerAction, saveSellerFileAction } from './actions';
import '../slots.css';

export const generateMetadata = pageTitle('Authorised sellers');

export default async function SellersPage({ searchParams }: PageProps<'/admin/slots/sellers'>) {
  const file: SellerFile = only((await searchParams).file) === 'app' ? 'app-ads.txt' : 'ads.txt';
  await guardPage('slots.edit', paths.admin.sellers(file));
  const [t, text] = await Promise.all([adminText(), getSellerFile(file)]);
  const missing = file === 'ads.txt' ? await listMissingSellers(text) : [];
  const other: SellerFile = file === 'ads.txt' ? 'app-ads.txt' : 'ads.txt';
  return (
    <div className="slot-page" key={file}>
      <SlotTabs current="sellers" />
      <PageHeader title={t('Authorised sellers ({file})', { file })} lead={leadOf(file, text !== '', t)}>
        <a className="button" href={paths.admin.sellers(other)}>
          {other}
        </a>
      </PageHeader>
      <MissingSellers action={addSellerAction} file={file} sellers={missing} />
      <SellerRows action={removeSellerAction} file={file} sellers={sellersIn(text)} />
      <section className="section" aria-labelledby="add-seller">
        <header>
          <h2 id="add-seller">{t('Add a seller')}</h2>
          <p>{t('The parts of a line as the network states them.')}</p>
        </header>
        <SellerFields action={addSellerAction} file={file} />
      </section>
      <section className="section" aria-labelledby="ownership">
        <header>
          <h2 id="ownership">{t('Owner and manager')}</h2>
          <p>{t('Only if another business owns this site, or sells its space for you.')}</p>
        </header>
        <OwnershipForm
          action={changeOwnershipAction}
          file={file}
          owner={variableIn(text, 'OWNERDOMAIN')}
          manager={variableIn(text, 'MANAGERDOMAIN')}
        />
      </section>
      <section className="section" aria-labelledby="file">
        <header>
          <h2 id="file">{t('The whole file')}</h2>
          <p>{t('Every line as it is served. Comments and lines that are not understood stay as they are.')}</p>
        </header>
        <SellerFileForm
          action={saveSellerFileAction}
          file={file}
          text={text}
          findings={findingsIn(text, { file, host: siteHost() })}
        />
      </section>
    </div>
  );
}

function leadOf(file: SellerFile, isServed: boolean, t: Text) {
  const what =
    file === 'ads.txt'
      ? t('Who may sell your ad space. Buyers read it before they bid.')
      : t('The same for apps that name this site as their developer’s.');
  return (
    <>
      <span>{what}</span>{' '}
      {isServed ? (
        <a href={paths.sellerFile(file)}>{t('See {address}', { address: `/${file}` })}</a>
      ) : (
        <span>{t('/{file} is empty, so it is not found.', { file })}</span>
      )}
    </>
  );
}
