import { PageHead } from '@/components/admin/page-head';
import { paths } from '@/lib/paths';

export default function AdminNotFound() {
  return (
    <>
      <PageHead title="Page not found" lead="It may have been removed, or your account has no access to it." />
      <p>
        <a href={paths.admin.start()}>The newsroom’s start page</a> or <a href={paths.home()}>the site itself</a>
      </p>
    </>
  );
}
