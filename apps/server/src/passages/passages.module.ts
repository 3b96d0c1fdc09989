import { Global, Module } from '@nestjs/common';
import { LinkVerifier } from '../http/auth/link-verifier.ts';
import { ProjectsModule } from '../projects/projects.module.ts';
import { RetrievalModule } from '../retrieval/retrieval.module.ts';
import { LinkKeyStore } from './link-key.store.ts';
import { PassageLinksService } from './passage-links.service.ts';
import { PassagesController } from './passages.controller.ts';

/** Global, because the guard of every operation asks it about signed links. */
@Global()
@Module({
  imports: [ProjectsModule, RetrievalModule],
  controllers: [PassagesController],
  providers: [LinkKeyStore, PassageLinksService, { provide: LinkVerifier, useExisting: PassageLinksService }],
  exports: [PassageLinksService, LinkVerifier],
})
export class PassagesModule {}
