import { answerIcon } from '../icon-answer';

export const dynamic = 'force-static';

export function GET() {
  return answerIcon('icon-512.png');
}
