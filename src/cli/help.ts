// What `key-hygiene --help` prints.

export const help = `key-hygiene: finds hardcoded keys and passwords, and habits that get keys lost. Offline; shows them masked.

  key-hygiene scan [paths…]     look for keys in files and folders (default: this folder)
  key-hygiene baseline [paths…] accept the findings that are there: scans tell of new ones only
  key-hygiene init              write .keyhygiene.json with a salt of its own for this project

Options of scan
  --format text|json|jsonl|sarif         how to report (default: text)
  --output FILE                          write the report to a file
  --confidence certain|likely|possible   report findings from this confidence on (default: likely)
  --exclude GLOB                         leave paths out; may be repeated
  --explain                              tell why each finding is one; with FILE:LINE as the only path, what was weighed
                                         on that line, what was refused too
  --no-policy                            do as if there were no .keyhygiene.json, baseline or list of another tool
  --staged                               scan what git would commit now, not what is on disk
  --stdin                                scan standard input
  --stdin-filename NAME                  name for it: tells the language and where to look for a policy

Options of baseline
  --update                               bring .keyhygiene.baseline up to date: new findings in, those that are gone out
  --confidence, --exclude                as for scan

  --help, --version

Files that git ignores, node_modules, lock files, source maps, *.min.js, fonts, pictures and binary files are left out;
environment files (.env, .env.local …) never are, nor is a file that is named.
Exit code: 0 nothing found, 1 keys, or problems around them that are warnings or errors, 2 could not do it.
`;
