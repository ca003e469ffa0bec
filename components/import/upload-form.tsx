/** Chooses the export and says what to do with it. A plain form: the file goes to its own address, streamed to disk. */
export function UploadForm({ action, problem }: { action: string; problem: string }) {
  return (
    <form className="import-form" action={action} method="post" encType="multipart/form-data">
      {problem && (
        <p className="notice notice--refused" role="alert">
          {problem}
        </p>
      )}
      <div className="field">
        <label htmlFor="file">WordPress export</label>
        <p className="field__hint" id="file-hint">
          The XML file that Tools → Export has written, up to 200 MB.
        </p>
        <input
          className="input"
          id="file"
          name="file"
          type="file"
          accept=".xml,text/xml"
          required
          aria-describedby="file-hint"
        />
      </div>
      <div className="field">
        <label htmlFor="oldUrl">Address of the old site</label>
        <p className="field__hint" id="oldUrl-hint">
          Only if the file does not tell it rightly, because the site has moved since.
        </p>
        <input
          className="input"
          id="oldUrl"
          name="oldUrl"
          type="url"
          placeholder="https://blog.example.org"
          aria-describedby="oldUrl-hint"
        />
      </div>
      <div className="form-acts">
        <button className="button button--primary" name="act" value="dry-run">
          Try it first
        </button>
        <button className="button" name="act" value="import">
          Import now
        </button>
      </div>
    </form>
  );
}
