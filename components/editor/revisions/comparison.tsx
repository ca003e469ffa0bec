import { useText } from '#text';
import { ChangedFields, ChangedLine } from '../changes';
import { differingFields, type EditorFields } from '../fields';
import { comparePictures, compareTexts, foldUnchanged, picturesIn, type ComparedLine, type Picture } from './comparing';

export type ComparedVersion = { name: string; fields: EditorFields; cover: string | null };

type Props = { from: ComparedVersion; to: ComparedVersion };

/** What changed between two versions of a post: its fields, its pictures, and its text word by word. */
export function Comparison({ from, to }: Props) {
  const t = useText();
  const differing = differingFields(from.fields, to.fields);
  const fields = differing.filter((name) => !['bodyHtml', 'coverId'].includes(name));
  const isSame = differing.length === 0;
  return (
    <div className="comparison">
      {isSame && <p className="quiet">{t('These two versions are the same.')}</p>}
      {fields.length > 0 && <ChangedFields names={fields} from={from} to={to} />}
      <ChangedImages from={from} to={to} />
      {differing.includes('bodyHtml') && (
        <section aria-labelledby="text-changes">
          <h2 id="text-changes">{t('The text')}</h2>
          <div className="versions__text comparison__text" dir="auto">
            {foldUnchanged(compareTexts(from.fields.bodyHtml, to.fields.bodyHtml)).map(({ isFolded, lines }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- runs of lines have no identity but their place
              <Run key={at} isFolded={isFolded} lines={lines} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

function Run({ isFolded, lines }: { isFolded: boolean; lines: ComparedLine[] }) {
  const t = useText();
  // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
  const shown = lines.map((line, at) => <ChangedLine key={at} parts={line.parts} />);
  if (!isFolded) return shown;
  return (
    <details>
      <summary>
        {t('{count, plural, one {# unchanged paragraph} other {# unchanged paragraphs}}', { count: lines.length })}
      </summary>
      <div>{shown}</div>
    </details>
  );
}

function ChangedImages({ from, to }: Props) {
  const t = useText();
  const pictures = comparePictures(
    [...coverOf(from), ...picturesIn(from.fields.bodyHtml)],
    [...coverOf(to), ...picturesIn(to.fields.bodyHtml)],
  );
  if (pictures.length === 0) return null;
  return (
    <section aria-labelledby="picture-changes">
      <h2 id="picture-changes">{t('Images')}</h2>
      <ul className="comparison__pictures">
        {pictures.map(({ before, after }) => (
          <li key={(before ?? after)?.src}>
            <PictureSide picture={before} none={t('Not in it yet')} name={from.name} />
            <PictureSide picture={after} none={t('Removed')} name={to.name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function coverOf({ cover, fields }: ComparedVersion): Picture[] {
  return cover ? [{ src: cover, alt: fields.coverAlt }] : [];
}

type SideProps = { picture: Picture | null; none: string; name: string };

function PictureSide({ picture, none, name }: SideProps) {
  const t = useText();
  if (!picture) return <p className="quiet">{none}</p>;
  return (
    <figure>
      {picture.src.startsWith('/uploads/') ? (
        <img src={picture.src} alt={picture.alt} loading="lazy" width={320} height={200} />
      ) : (
        <p className="quiet">{picture.src}</p>
      )}
      <figcaption>
        <span className="hidden-visually">{name}</span> <span dir="auto">{picture.alt || t('No alt text')}</span>
      </figcaption>
    </figure>
  );
}
