import { PageHead } from '@/components/admin/page-head';
import { paths } from '@/lib/paths';

export default function AdminNotFound() {
  return (
    <>
      <PageHead title="Page not found" lead="It may have been removed, or your account has no access to it." />
      <p>
        <a href={paths.admin.start()}>Go to the dashboard</a> or <a href={paths.home()}>view the site</a>
      </p>
    </>
  );
}
