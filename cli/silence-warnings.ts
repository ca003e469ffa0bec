// The tool speaks to a person on its own lines: the log's JSON would only stand in between. Imported before everything else.
process.env.LOG_LEVEL ||= 'silent';

// If the reader closes the pipe early ("| head -3"), the work continues silently.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
