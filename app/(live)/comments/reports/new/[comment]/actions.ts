'use server';

import { redirect } from 'next/navigation';
import { formAction } from '@/lib/actions/form-action';
import { commentReportForm } from '@/lib/comments/reports/report';
import { reportComment } from '@/lib/comments/reports/reporting';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { paths } from '@/lib/web/paths';

const perMinute = { name: 'comment-report-minute', limit: 5, seconds: 60 };
const perDay = { name: 'comment-report-day', limit: 50, seconds: 24 * 60 * 60 };

/** Reports a comment, and leads to the receipt. */
export const reportCommentAction = formAction(
  { name: 'comment.report', who: 'anyone', schema: commentReportForm, rateLimit: [perMinute, perDay] },
  async ({ [HONEYPOT_FIELD]: _honeypot, ...report }, { actor, address }) => {
    const { token } = await reportComment(report, { actor, address });
    redirect(paths.commentReport(token));
  },
);
