import type { IncomingMessage, ServerResponse } from 'node:http';
import { paths } from '@/lib/web/paths';
import { refuseRequest } from './refusals';
import { removeContentHeaders, withholdResponse } from './withheld-response';

/** Next renders "not found" with a script only: documents get a page that works without one. */
export async function answerDocument(request: IncomingMessage, response: ServerResponse, answer: () => Promise<void>) {
  const isPage = () => String(response.getHeader('content-type')).startsWith('text/html');
  const { ended, release } = withholdResponse(
    response,
    (status) => status === 404 && request.headers.rsc === undefined && isPage(),
  );
  await Promise.race([answer(), ended]);
  if (!release()) return;
  removeContentHeaders(response);
  refuseRequest(request, response, {
    status: 404,
    title: 'Page not found',
    advice: 'It may have been removed, or your account has no access to it.',
    remedy: '',
    ...(isOfStaff(request) ? { dashboard: paths.admin.dashboard() } : {}),
  });
}

function isOfStaff({ url = '' }: IncomingMessage) {
  return url.startsWith(`${paths.admin.dashboard()}/`);
}
