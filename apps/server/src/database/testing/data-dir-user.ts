// Run by itself, by specs that need a second process: opens the embedded database in the folder it is given, says so on
// stdout, and then holds it, or writes rows and names each one that was acknowledged, until it is killed.
import { openDatabase } from '../open-database.ts';

const [dataDir, task] = process.argv.slice(2);

try {
  const database = await openDatabase({ dataDir: dataDir! });
  process.stdout.write('open\n');
  if (task === 'insert') {
    await database.query('create table if not exists item (id integer primary key, body text not null)');
    for (let id = 1; ; id++) {
      await database.query('insert into item values ($1, $2)', [id, 'x'.repeat(3000)]);
      process.stdout.write(`row ${id}\n`);
    }
  }
  process.stdin.resume().once('end', () => void database.close());
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
}
