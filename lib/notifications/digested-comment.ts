/** What a digest says of a comment. */
export type DigestedComment = {
  kind: string;
  comment: {
    bodyHtml: string;
    authorName: string;
    author: { name: string } | null;
    post: { title: string };
  };
};
