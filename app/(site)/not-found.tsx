import { Missing, missingHead } from './missing';

export const metadata = missingHead;

/** For what still calls notFound(); pages of ours show <Missing /> themselves. */
export default Missing;
