-- Nothing to do: FTS5 knows its columns. PostgreSQL's index takes another form here, and both have the same migrations.
SELECT 1;
