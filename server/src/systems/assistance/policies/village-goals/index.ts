/** The goals of Changtang village (plan 2). */
import type { Policy } from '#policy'
import { collectiveIncome } from './collective-income.ts'
import { crossAppointment } from './cross-appointment.ts'
import { earlyTask } from './early-task.ts'
import { houses } from './houses.ts'
import { roadMoney } from './road-money.ts'
import { roads } from './roads.ts'
import {
  allowanceShare,
  incomeShare,
  insuranceShare,
  schoolShare,
  vocationalShare,
  waterShare,
} from './shares.ts'
import { skillTraining } from './skill-training.ts'

export const villageGoalPolicies: readonly Policy[] = [
  incomeShare,
  collectiveIncome,
  houses,
  allowanceShare,
  schoolShare,
  vocationalShare,
  skillTraining,
  insuranceShare,
  waterShare,
  roads,
  crossAppointment,
  earlyTask,
  roadMoney,
]
