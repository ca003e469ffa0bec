// The tool speaks to a person on its own lines: the log's JSON would only stand in between. Imported before everything else.
process.env.LOG_LEVEL ||= 'silent';
