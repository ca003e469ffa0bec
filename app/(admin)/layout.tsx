import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Sidebar } from '@/components/admin/sidebar';
import { sectionsFor } from '@/components/admin/sections';
import { AdminTextProvider } from '@/components/text/admin-text';
import { adminText } from '@/components/text/server';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { can, type Actor } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { countPending } from '@/lib/comments/queue';
import { countReported } from '@/lib/comments/reports/queries';
import { readSiteImages } from '@/lib/identity/queries';
import { iconLinks } from '@/lib/identity/site-images';
import { colourRules } from '@/lib/settings/looks';
import { getSettings } from '@/lib/settings/queries';
import { themeScript } from '@/lib/web/theme-script';
import { viewTransitionScript } from '@/lib/web/view-transition-script';
import { scriptNonce } from '../script-nonce';
import '../tokens.css';
import '../base.css';
import '../confirm.css';
import '../forms.css';
import '../fonts.css';
import './admin.css';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const [{ siteName }, images, t] = await Promise.all([getSettings(), readSiteImages(), adminText()]);
  return {
    title: { default: `${t('Admin##area')} — ${siteName}`, template: `%s — ${siteName}` },
    icons: iconLinks(images),
    robots: 'noindex',
  };
}

/** Guards nothing: each page does (guard.ts). */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [settings, actor, nonce, t] = await Promise.all([getSettings(), findActor(), scriptNonce(), adminText()]);
  const isStaff = can(actor, 'admin.enter');
  const waiting = actor ? await countWaiting(actor) : {};
  return (
    <html lang={t.language} suppressHydrationWarning className="admin">
      <body>
        <style dangerouslySetInnerHTML={{ __html: colourRules({ ...settings, paper: 'warm' }) }} />
        <script
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: `${themeScript};${viewTransitionScript}` }}
          suppressHydrationWarning
        />
        <a className="skip-link" href="#main">
          {t('Skip to content')}
        </a>
        <AdminTextProvider language={t.language}>
          <div className={isStaff ? 'shell' : 'shell shell--bare'}>
            {isStaff && actor && (
              <Sidebar siteName={settings.siteName} user={actor.name} sections={sectionsFor(actor, waiting)} />
            )}
            <main id="main" className="shell__main" tabIndex={-1}>
              <LeaveGuard>{children}</LeaveGuard>
            </main>
          </div>
        </AdminTextProvider>
      </body>
    </html>
  );
}

async function countWaiting(actor: Actor) {
  const [pendingComments, reportedComments] = await Promise.all([
    countPending(actor),
    countReported(actor, { isShown: true }),
  ]);
  return { pendingComments, reportedComments };
}
