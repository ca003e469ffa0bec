// Must be first: the tool prints for people, so JSON log lines are off by default.
process.env.LOG_LEVEL ||= 'silent';

// If the reader closes the pipe early ("| head -3"), the work continues silently.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
