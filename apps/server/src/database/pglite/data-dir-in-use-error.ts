/** Another process keeps its database in the folder. */
export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError';

  constructor(dataDir: string, pid: number) {
    super(
      `The data folder ${dataDir} is in use by process ${pid}. Stop that process, set another DATA_DIR, or set ` +
        'DATABASE_URL to share a Postgres server.',
    );
  }
}
