import { Controller } from '@nestjs/common';
import type { Health } from '@groundwire/client';
import { Operation } from '@groundwire/dto';
import { Database } from '../database/database.ts';
import { Drain } from '../http/shutdown/drain.ts';
import { Problem } from '../http/problems/problem.ts';

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly drain: Drain,
  ) {}

  @Operation('getLiveness')
  live(): Health {
    return { status: 'ok' };
  }

  @Operation('getReadiness')
  async ready(): Promise<Health> {
    if (this.drain.isDraining) throw new Problem('server_shutting_down');
    await this.database.query('select 1').catch((cause: unknown) => {
      throw new Problem('service_unavailable', undefined, { cause });
    });
    return { status: 'ok' };
  }
}
