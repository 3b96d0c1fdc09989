import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { PendingWrites } from '../http/shutdown/pending-writes.ts';
import { LOGGER, type Logger } from '../logging.ts';
import type { Project } from '../projects/project.ts';
import { BudgetsStore, type LimitState } from './budgets.store.ts';
import { type Limit, limitsOf } from './limit.ts';
import { Spending } from './spending.ts';

type LimitedProject = Pick<Project, 'id' | 'limits'>;

/** Between what a vendor may take at most and the moment when an unsettled call counts as spent. */
const SLACK_MS = 60_000;
/** Waits between the attempts to settle a call. After the last one it stays as reserved: that is never too little. */
const RETRY_WAITS_MS = [100, 400, 1_500];
/** Calls whose connections were closed at a shutdown have so long to end. */
const SHUTDOWN_PATIENCE_MS = 2_000;

/** What calls may spend: the limits of tenants, which the operator sets, and of projects. */
@Injectable()
export class BudgetsService implements BeforeApplicationShutdown {
  readonly #open = new Set<Spending>();
  readonly #writes = new PendingWrites();

  constructor(
    private readonly store: BudgetsStore,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Calls that are being cut off settle first; what still runs then stays as reserved. */
  async beforeApplicationShutdown(): Promise<void> {
    const patience = AbortSignal.timeout(SHUTDOWN_PATIENCE_MS);
    while (this.#open.size > 0 && !patience.aborted) await sleep(10);
    for (const spending of this.#open) spending.end();
    await this.#writes.settled();
  }

  /** What one call of a tenant may take. `calls`: how many vendors it may wait for in turn. Whoever opens it has to end it. */
  open(tenant: string, project: LimitedProject | undefined, calls = 1): Spending {
    const limits = this.#limitsOf(tenant, project);
    const spending: Spending = new Spending(limits, {
      store: this.store,
      lifetimeMs: calls * this.config.llm.totalTimeoutMs + SLACK_MS,
      // A client may be quicker with its next request than we are with the disk.
      settled: () => this.#writes.settled(tenant),
      ended: (write) => {
        this.#open.delete(spending);
        this.#writes.add(tenant, this.#attempt(write));
      },
    });
    if (spending.isLimited()) this.#open.add(spending);
    return spending;
  }

  /** The same for work on a project that nobody waits for. Without limits when there is no such project. */
  async openFor(projectId: string): Promise<Spending> {
    const found = await this.store.findLimits(projectId);
    return found === undefined ? this.open('', undefined) : this.open(found.tenant, { id: projectId, ...found });
  }

  /** How the limits stand that apply to calls of a project. */
  async state(tenant: string, project: LimitedProject): Promise<LimitState[]> {
    await this.#writes.settled(tenant);
    return this.store.state(this.#limitsOf(tenant, project));
  }

  #limitsOf(tenant: string, project: LimitedProject | undefined): Limit[] {
    const { everyTenant, byTenant } = this.config.tenantLimits;
    const ofTenant = { ...everyTenant, ...byTenant.get(tenant) };
    return [
      ...limitsOf('tenant', tenant, ofTenant),
      ...(project === undefined ? [] : limitsOf('project', project.id, project.limits)),
    ];
  }

  /** Settling twice is settling once, so it may be tried again when nobody knows whether it happened. */
  async #attempt(write: () => Promise<void>): Promise<void> {
    for (const waitMs of [...RETRY_WAITS_MS, undefined]) {
      try {
        await write();
        return;
      } catch (error) {
        if (waitMs === undefined) this.log.error({ err: error }, 'a call stays as reserved: it could not be settled');
        else await sleep(waitMs);
      }
    }
  }
}
