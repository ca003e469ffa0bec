// The tool speaks to a person on its own lines: the log's JSON would only stand in between. Imported before everything else.
process.env.LOG_LEVEL ||= 'silent';

// Whoever reads the first lines only ("| head -3") has read enough: the work goes on, and nothing more is said.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
