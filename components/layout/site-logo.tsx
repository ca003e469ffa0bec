import type { Logo } from '@/lib/identity/site-images';

type Props = { logo: Logo; darkLogo: Logo | null; siteName: string };

/** The logo in place of the site's name; with one for each theme, the browser loads only the one it shows. */
export function SiteLogo({ logo, darkLogo, siteName }: Props) {
  if (!darkLogo) return <LogoImage logo={logo} name={siteName} className="masthead__logo" />;
  return (
    <>
      <LogoImage logo={logo} name={siteName} className="masthead__logo masthead__logo--light" isOneOfTwo />
      <LogoImage logo={darkLogo} name={siteName} className="masthead__logo masthead__logo--dark" isOneOfTwo />
    </>
  );
}

type ImageProps = { logo: Logo; name: string; className: string; isOneOfTwo?: boolean };

function LogoImage({ logo: { src, srcSet, width, height }, name, className, isOneOfTwo }: ImageProps) {
  return (
    <img
      className={className}
      src={src}
      srcSet={srcSet || undefined}
      sizes={srcSet ? `${width}px` : undefined}
      width={width}
      height={height}
      alt={name}
      loading={isOneOfTwo ? 'lazy' : undefined}
    />
  );
}
