import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Sex } from '../../../machines/rules/index.js';
import { Unit } from './unit.entity.js';

/** A cadre as the archive has him or her. The ID number itself is never read here, only its mask. */
@Entity('cadre')
export class Cadre {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: number;

  @Column('text', { unique: true })
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  sex: Sex;

  @Column('text', { nullable: true })
  ethnicity: string | null;

  @Column('text', { name: 'birth_month' })
  birthMonth: string;

  @Column('text', { name: 'id_number_mask', nullable: true })
  idNumberMask: string | null;

  @Column('text', { name: 'id_birth_month', nullable: true })
  idBirthMonth: string | null;

  @Column('text', { name: 'political_status', nullable: true })
  politicalStatus: string | null;

  @Column('text', { name: 'work_start_month', nullable: true })
  workStartMonth: string | null;

  @Column('text', { name: 'party_join_month', nullable: true })
  partyJoinMonth: string | null;

  @Column('text', { name: 'full_time_education', nullable: true })
  fullTimeEducation: string | null;

  @Column('text', { name: 'in_service_education', nullable: true })
  inServiceEducation: string | null;

  @Column('text', { name: 'civil_rank', nullable: true })
  civilRank: string | null;

  @Column('text', { name: 'rank_since_month', nullable: true })
  rankSinceMonth: string | null;

  @ManyToOne(() => Unit, { nullable: true })
  @JoinColumn({ name: 'home_unit_id' })
  homeUnit: Unit | null;
}
