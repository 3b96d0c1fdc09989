import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ProjectsModule } from '../projects/projects.module.ts';
import { expiryOf } from '../retention/expiry.service.ts';
import { RequestLogInterceptor } from './recording/request-log.interceptor.ts';
import { RequestLogService } from './recording/request-log.service.ts';
import { RequestLogStore } from './recording/request-log.store.ts';
import { requestExpiry } from './request-expiry.ts';
import { RequestsController } from './requests.controller.ts';
import { RequestsService } from './requests.service.ts';
import { RequestsStore } from './requests.store.ts';

/** Its interceptor stands before the contract's, wherever the application lists this room before http/. */
@Module({
  imports: [ProjectsModule],
  controllers: [RequestsController],
  providers: [
    RequestLogService,
    RequestLogStore,
    RequestsService,
    RequestsStore,
    expiryOf(RequestsStore, requestExpiry),
    { provide: APP_INTERCEPTOR, useClass: RequestLogInterceptor },
  ],
  exports: [RequestLogService],
})
export class RequestsModule {}
