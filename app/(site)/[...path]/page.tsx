import { Missing, missingHead } from '../missing';

export const generateMetadata = missingHead;

export function generateStaticParams() {
  return [];
}

/** Catches every other path, so that "not found" is always our own page with status 404. */
export default function UnknownPage() {
  return <Missing />;
}
