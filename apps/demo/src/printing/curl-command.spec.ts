import { expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { curlCommand } from './curl-command.ts';

const body = { messages: [{ role: 'user', content: `It's "50 %" of $HOME, isn't it? \\ \`pwd\` ! ä\n*` }] };

it('is one line that sh takes apart into exactly the words meant', () => {
  const command = curlCommand('http://127.0.0.1:3000/v2/x/generate/', 'a.b-c', body);
  expect(command).not.toContain('\n');
  const printed = execFileSync('sh', ['-c', command.replace(/^curl /, String.raw`printf '%s\0' `)], {
    encoding: 'utf8',
  });
  expect(printed.split('\0')).toEqual([
    '-sS',
    'http://127.0.0.1:3000/v2/x/generate/',
    '-H',
    'Authorization: Bearer a.b-c',
    '-H',
    'Content-Type: application/json',
    '-d',
    JSON.stringify(body),
    '',
  ]);
});
