import type { Metadata } from 'next';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Farewell' };

export default function FarewellPage() {
  return (
    <>
      <h1>Your account is deleted</h1>
      <p className="door__lead">
        Your name, address and password are gone. What you wrote stays, without your name. Thank you for having been
        here.
      </p>
      <a className="button" href={paths.home()}>
        To the front page
      </a>
    </>
  );
}
