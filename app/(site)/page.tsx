import type { Metadata } from 'next';
import { homeHead, HomeList } from './home-list';

export function generateMetadata(): Promise<Metadata> {
  return homeHead(1);
}

export default function HomePage() {
  return <HomeList page={1} />;
}
