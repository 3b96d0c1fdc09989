import { Module } from '@nestjs/common';
import { expiryOf } from '../retention/expiry.service.ts';
import { BudgetsService } from './budgets.service.ts';
import { BudgetsStore } from './budgets.store.ts';

/** Reservations say themselves when they have expired. */
const reservationExpiry = { what: 'reservations', maxAgeDays: 0, batch: 500 };

@Module({
  providers: [BudgetsService, BudgetsStore, expiryOf(BudgetsStore, () => reservationExpiry)],
  exports: [BudgetsService],
})
export class BudgetsModule {}
