import { titleOf } from '@/lib/posts/title';
import { shorten } from '@/lib/text/shorten';

const MAX_DESCRIPTION_LENGTH = 200;

type Described = {
  title: string;
  subtitle: string;
  excerpt: string;
  seoTitle: string;
  seoDescription: string;
  socialTitle: string;
  socialDescription: string;
};

/** The author's description of a post, else its beginning. */
export function describedBy(post: Pick<Described, 'subtitle' | 'excerpt' | 'seoDescription'>, text: string) {
  return shorten(post.seoDescription || post.excerpt || post.subtitle || text, MAX_DESCRIPTION_LENGTH);
}

/** What is written on a drawn card. */
export function cardTitleOf(post: Pick<Described, 'title' | 'socialTitle'>) {
  return post.socialTitle || titleOf(post);
}

/** What search engines and social networks are told of a post with this plain text. */
export function sharedTexts(post: Described, text: string, siteName: string) {
  const description = describedBy(post, text);
  return {
    search: { title: post.seoTitle || `${titleOf(post)} — ${siteName}`, description },
    social: {
      title: post.socialTitle || post.seoTitle || titleOf(post),
      description: post.socialDescription ? shorten(post.socialDescription, MAX_DESCRIPTION_LENGTH) : description,
    },
  };
}
