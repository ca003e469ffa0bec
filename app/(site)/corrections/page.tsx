import type { Metadata } from 'next';
import PostPage, { generateMetadata as postHead } from '../[slug]/page';
import { readPost } from '../reads';
import { AllCorrections, correctionsHead } from './all-corrections';

// A post of an earlier version may have this address.
const slug = 'corrections';
const post = { params: Promise.resolve({ slug }), searchParams: Promise.resolve({}) };

export async function generateMetadata(): Promise<Metadata> {
  return (await readPost(slug)) ? postHead(post) : correctionsHead(1);
}

/** What was corrected in all articles. */
export default async function CorrectionsPage() {
  return (await readPost(slug)) ? <PostPage {...post} /> : <AllCorrections page={1} />;
}
