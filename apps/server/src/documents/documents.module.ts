import { Module } from '@nestjs/common';
import { BudgetsModule } from '../budgets/budgets.module.ts';
import { CONFIG, type Config } from '../config.ts';
import { ProjectsModule } from '../projects/projects.module.ts';
import { RetrievalModule } from '../retrieval/retrieval.module.ts';
import { ChunksController } from './chunks/chunks.controller.ts';
import { ChunksService } from './chunks/chunks.service.ts';
import { DeletionStore } from './chunks/deletion.store.ts';
import { DocumentsController } from './documents.controller.ts';
import { DocumentsService } from './documents.service.ts';
import { DocumentsStore } from './documents.store.ts';
import { FilesController } from './files/files.controller.ts';
import { FilesService } from './files/files.service.ts';
import { FilesStore } from './files/files.store.ts';
import { QueryService } from './chunks/query.service.ts';
import { createResolveHost } from './fetching/addresses/resolve-host.ts';
import { PageRenderer } from './fetching/rendering/page-renderer.ts';
import { UrlFetcher } from './fetching/url-fetcher.ts';
import { FileContent } from './jobs/file-content.service.ts';
import { FileReader } from './jobs/file-reader.service.ts';
import { JobAttempts } from './jobs/job-attempts.service.ts';
import { JobRunner } from './jobs/job-runner.service.ts';
import { JobsStore } from './jobs/jobs.store.ts';
import { Media } from './jobs/media.service.ts';
import { RecoveryService } from './recovery/recovery.service.ts';
import { ChunkStager } from './staging/chunk-stager.service.ts';

/** Reaches the public internet, and the hosts that the operator names. */
const FETCHER = {
  provide: UrlFetcher,
  useFactory: ({ fetching }: Config) =>
    new UrlFetcher({
      allowedHosts: new Set(fetching.allowHosts),
      resolve: createResolveHost(fetching.nameServers),
    }),
  inject: [CONFIG],
};

/** Runs scripts of pages, where there is a browser to do so. */
const RENDERER = {
  provide: PageRenderer,
  useFactory: ({ fetching }: Config, fetcher: UrlFetcher) => new PageRenderer(fetching.chromium, fetcher),
  inject: [CONFIG, UrlFetcher],
};

@Module({
  imports: [BudgetsModule, ProjectsModule, RetrievalModule],
  controllers: [DocumentsController, ChunksController, FilesController],
  providers: [
    DocumentsService,
    DocumentsStore,
    ChunkStager,
    ChunksService,
    DeletionStore,
    QueryService,
    FilesService,
    FilesStore,
    FileContent,
    FileReader,
    JobAttempts,
    JobRunner,
    JobsStore,
    Media,
    RecoveryService,
    FETCHER,
    RENDERER,
  ],
  exports: [DocumentsService, QueryService],
})
export class DocumentsModule {}
