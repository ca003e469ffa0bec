import { useText } from '#text';
import { linksTo } from '@/components/layout/message';
import { PageHeader } from '@/components/admin/page-header';
import { paths } from '@/lib/web/paths';

export default function AdminNotFound() {
  const t = useText();
  return (
    <>
      <PageHeader
        title={t('Page not found')}
        lead={t('It may have been removed, or your account has no access to it.')}
      />
      <p>
        {t.rich(
          '<dashboard>Go to the dashboard</dashboard> or <site>view the site</site>',
          linksTo({ dashboard: paths.admin.dashboard(), site: paths.home() }),
        )}
      </p>
    </>
  );
}
