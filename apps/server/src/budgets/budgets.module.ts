import { Module } from '@nestjs/common';
import { BudgetsService } from './budgets.service.ts';
import { BudgetsStore } from './budgets.store.ts';

@Module({ providers: [BudgetsService, BudgetsStore], exports: [BudgetsService] })
export class BudgetsModule {}
