import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { TeamLevel } from '../../../machines/rules/index.js';
import { Unit } from './unit.entity.js';

/** A leadership team 领导班子. */
@Entity('team')
export class Team {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: number;

  @Column('text', { unique: true })
  code: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id' })
  unit: Unit;

  @Column('text')
  name: string;

  @Column('text')
  level: TeamLevel;

  @Column('int', { name: 'approved_principals' })
  approvedPrincipals: number;

  @Column('int', { name: 'approved_deputies' })
  approvedDeputies: number;
}
