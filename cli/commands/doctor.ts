import type { Command } from 'commander';
import { print, printJson } from '../terminal';

type Json = { json?: true };
type Asked = Json & { dns?: string; ip?: string; selector?: string };
type Shown = { isGood: boolean; sentence: string; record?: { name: string; type: string; value: string } };

export function registerDoctorCommand(program: Command) {
  const doctor = program
    .command('doctor')
    .description('check the environment, the data folder, the database and the disk; exits with 1 if anything is wrong')
    .option('--json', 'print the checks as JSON')
    .action(async ({ json }: Json) => {
      const { runChecks } = await import('@/lib/health/checks');
      show(await runChecks(), json);
    });
  registerMail(doctor);
}

function registerMail(doctor: Command) {
  doctor
    .command('mail')
    .description('check whether e-mails can arrive: the mail server, SPF, DKIM and DMARC; sends nothing')
    .option('--dns <server>', 'ask this DNS server, such as 192.0.2.1, instead of those of this machine')
    .option('--ip <address>', 'the address from which the mail server sends, where it is another than in SMTP_URL')
    .option('--selector <name>', 'the selector of the mail server’s key, where it signs')
    .option('--json', 'print the checks as JSON')
    .action(async (_, command: Command) => {
      const { json, ...options } = command.optsWithGlobals<Asked>();
      const { runMailChecks } = await import('@/lib/health/mail/mail-checks');
      show(await runMailChecks(options), json);
    });
}

function show(checks: Shown[], json: true | undefined) {
  if (json) printJson(checks);
  else print(...checks.flatMap(linesOf));
  if (checks.some((check) => !check.isGood)) process.exitCode = 1;
}

function linesOf({ isGood, sentence, record }: Shown) {
  const line = `${isGood ? '✓' : '✗'} ${sentence}`;
  return record ? [line, `  Set in DNS: ${record.name} ${record.type} "${record.value}"`] : [line];
}
