import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { UnitKind } from '../../../machines/rules/index.js';

@Entity('unit')
export class Unit {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: number;

  @Column('text', { unique: true })
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: UnitKind;

  @Column('bigint', { name: 'parent_id', nullable: true })
  parentId: number | null;

  /** Ids from the root down; "within the caller's units" is asked of it. */
  @Column('ltree')
  path: string;
}
