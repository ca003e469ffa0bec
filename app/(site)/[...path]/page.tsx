import { Missing, missingHead } from '../missing';

export const metadata = missingHead;

export function generateStaticParams() {
  return [];
}

/** Whatever no other page answers: so that "not found" is always our own page, in our own frame, with status 404. */
export default function UnknownPage() {
  return <Missing />;
}
