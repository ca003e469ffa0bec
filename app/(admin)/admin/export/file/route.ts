import type { NextRequest } from 'next/server';
import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { permittedExport } from '@/lib/export/download-permission';
import { exportDownloads } from '@/lib/export/formats';
import { msg } from '@/lib/i18n/admin/msg';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { signMessage } from '@/lib/secrets/signed-message';
import { paths } from '@/lib/web/paths';
import { runExport } from '../run';

/** The file that the form on the export page permitted, streamed while it is written. */
export async function GET(request: NextRequest) {
  const actor = await findActor();
  if (!actor || !can(actor, 'site.export')) return new Response('Page not found.\n', { status: 404 });
  const wanted = permittedExport(actor, request.nextUrl.searchParams.get('key') ?? '');
  if (!wanted) return backWith(msg('This download has expired. Please export again.'));
  const { id, extension, contentType } = exportDownloads.find((format) => format.id === wanted.format)!;
  const day = new Date().toISOString().slice(0, 10);
  const headers = {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${new URL(env().siteUrl).hostname}-${id}-${day}.${extension}"`,
    'Cache-Control': 'private, no-store',
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  try {
    return new Response(runExport(wanted) as globalThis.ReadableStream<Uint8Array>, { headers });
  } catch (error) {
    if (error instanceof AppError) return backWith(error.message);
    throw error;
  }
}

function backWith(sentence: string) {
  const to = `${paths.admin.export()}?problem=${signMessage(sentence)}`;
  return new Response(null, { status: 303, headers: { Location: to, 'Cache-Control': 'private, no-store' } });
}
