type Shared = { title: string; address: string };

/** Where an article can be shared. They are links: nobody learns of a reader who does not follow one. */
export function shareLinks({ title, address }: Shared) {
  const [titleOnly, addressOnly] = [encodeURIComponent(title), encodeURIComponent(address)];
  const both = encodeURIComponent(`${title} ${address}`);
  return [
    { name: 'email', href: `mailto:?subject=${titleOnly}&body=${addressOnly}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${both}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${both}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${addressOnly}` },
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${addressOnly}` },
  ];
}
