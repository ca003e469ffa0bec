/** Statistics of readers, posts and slots. */
export const statistics = {};
