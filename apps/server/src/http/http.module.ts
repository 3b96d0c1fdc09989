import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { BearerGuard } from './auth/bearer.guard.ts';
import { TokenVerifier } from './auth/token-verifier.ts';
import { ContractInterceptor } from './contract.interceptor.ts';
import { Drain } from './shutdown/drain.ts';
import { ProblemFilter } from './problems/problem.filter.ts';

/** What stands before and behind every controller: guard, contract, filter. */
@Module({})
export class HttpModule {
  static forRoot(verifier: TokenVerifier, drain: Drain): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [
        { provide: TokenVerifier, useValue: verifier },
        { provide: Drain, useValue: drain },
        { provide: APP_GUARD, useClass: BearerGuard },
        { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Drain],
    };
  }
}
