export const USAGE = `Copies a project from AskYoda (or another Groundwire) into Groundwire. Nothing is changed at the source.

Usage: npm run migrate-askyoda -- --project <id> [options]

  --project <id>       the project at the source
  --from <url>         where it is (https://api.edenai.run)
  --token <token>      the source's token; better in the environment: ASKYODA_TOKEN
  --to <url>           your Groundwire (http://127.0.0.1:3000)
  --to-token <token>   its token; better in the environment: GROUNDWIRE_TOKEN
  --to-project <id>    an existing project to add to, or "new" for one with an id of its own
                       (when not given, the project keeps its id, if that is free)
  --bot-prompt <file>  the bot profile as JSON: AskYoda has no operation that reads it
  --dump <folder>      write an export of the project there, and migrate nothing
  --from-dump <path>   read such an export, a folder or one file, instead of a live source
  --state <file>       what is done so far (.migrate-<project>.json)
  --dry-run            read and count only

Interrupted (Ctrl-C, a crash, a lost connection), it goes on when the same command is run again.
Exit codes: 0 all is equal · 1 it stopped, the message says why · 2 it is done and not all is equal · 130 interrupted`;
