import { PageHeader } from '@/components/admin/page-header';
import { paths } from '@/lib/web/paths';

export default function AdminNotFound() {
  return (
    <>
      <PageHeader title="Page not found" lead="It may have been removed, or your account has no access to it." />
      <p>
        <a href={paths.admin.dashboard()}>Go to the dashboard</a> or <a href={paths.home()}>view the site</a>
      </p>
    </>
  );
}
