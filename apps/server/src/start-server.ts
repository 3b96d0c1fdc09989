import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, loadConfig } from './config.ts';
import { createApp } from './create-app.ts';
import { migrate } from './database/migrate.ts';
import { migrations } from './database/migrations/index.ts';
import { openDatabase } from './database/open-database.ts';
import { createVerifier } from './http/auth/create-verifier.ts';
import { Drain } from './http/shutdown/drain.ts';
import { createLogger, type Logger } from './logging.ts';

/** Boots from the environment and listens until a signal asks it to stop. Throws when it cannot start. */
export async function startServer(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const verifier = createVerifier(config, logger);
  const drain = new Drain();
  const database = await openDatabase({ ...config, onFatal: (error) => stopNow(error, logger) });
  try {
    await migrate(database, migrations);
    const app = await createApp({ config, database, verifier, drain, logger });
    await app.listen(config.port, config.host);
    stopOnSignal(app, drain, config, logger);
    logger.info({ url: config.publicUrl, docs: `${config.publicUrl}/docs`, database: database.engine }, 'listening');
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Readiness fails first, accepted work finishes, then the process ends. A second signal ends it at once. */
function stopOnSignal(app: NestFastifyApplication, drain: Drain, { drainTimeoutMs }: Config, logger: Logger): void {
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    logger.info({ signal, drainTimeoutMs }, 'shutting down');
    const isIdle = await drain.wait(drainTimeoutMs);
    // Closing waits for every connection: one that is still busy after the limit would hold it up for minutes.
    if (!isIdle) app.getHttpServer().closeAllConnections();
    await app.close();
    process.exit(0);
  };
  process.once('SIGTERM', (signal) => void stop(signal));
  process.once('SIGINT', (signal) => void stop(signal));
}

/** Without its database the server can keep no promise: whoever supervises it starts another. */
function stopNow(error: Error, logger: Logger): void {
  logger.fatal({ err: error }, 'the database is lost');
  process.exit(1);
}
