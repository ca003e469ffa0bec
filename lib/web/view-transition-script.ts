/**
 * Pages of the admin fade into each other (app/(admin)/_styles/typography.css). A transition that is skipped, because somebody goes on at
 * once, rejects promises that nobody waits for; one that leads out of the admin fails in the page that comes, so it is not
 * begun. Runs before the page is first drawn.
 */
export const viewTransitionScript = `(()=>{
const settle=(t)=>{for(const p of [t.ready,t.updateCallbackDone,t.finished])p.catch(()=>{})};
addEventListener("pagereveal",(e)=>{if(e.viewTransition)settle(e.viewTransition)});
addEventListener("pageswap",(e)=>{const t=e.viewTransition;if(!t)return;settle(t);
const to=e.activation&&e.activation.entry.url;if(!to||!/^\\/admin(\\/|$)/.test(new URL(to).pathname))t.skipTransition()});
})()`;
