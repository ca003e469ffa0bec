import { Avatar } from '@/components/users/avatar';
import type { AuthorSubject } from '@/lib/posts/listing/subject-queries';

export function AuthorIntro({ author }: { author: AuthorSubject }) {
  return (
    <div className="author-intro">
      <Avatar seed={author.avatarSeed} />
      <div>
        {author.bio && <p dir="auto">{author.bio}</p>}
        {/^https?:\/\//.test(author.website) && (
          <p>
            <a href={author.website} rel="me nofollow noopener">
              {author.website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
