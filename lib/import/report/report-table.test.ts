import { expect, test } from 'vitest';
import { emptyReport } from './report';
import { reportTable } from './report-table';

test('a report as CSV has its counts and every line, and no cell runs as a formula', () => {
  const report = emptyReport('feed:https://old.example', false);
  report.created.posts = 3;
  report.failed.push({ where: '=HYPERLINK("x")', why: 'It has no id.' });
  report.notes.push({ where: 'line 5, “A”', why: 'Its date cannot be read.' });
  report.remarks = ['The files hold "words".'];
  const lines = reportTable(report).split('\r\n');
  expect(lines).toContain('"new","posts","3"');
  expect(lines).toContain('"not imported","\'=HYPERLINK(""x"")","It has no id."');
  expect(lines).toContain('"changed","line 5, “A”","Its date cannot be read."');
  expect(lines).toContain('"remark","","The files hold ""words""."');
});

test('of a preview it says what would be', () => {
  const report = emptyReport('feed:', true);
  report.created.pages = 1;
  report.failed.push({ where: 'line 1', why: 'No.' });
  expect(reportTable(report)).toContain('"would be new","pages","1"');
  expect(reportTable(report)).toContain('"would not be imported","line 1","No."');
});
