/** Campaigns, their reports, the media kit and sellers. */
export const campaigns = {};
