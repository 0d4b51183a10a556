import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { AppointmentMode } from '../../../machines/rules/index.js';
import { Cadre } from './cadre.entity.js';
import { Post } from './post.entity.js';

/** One person in one post for a time. */
@Entity('appointment')
export class Appointment {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: number;

  @ManyToOne(() => Cadre)
  @JoinColumn({ name: 'cadre_id' })
  cadre: Cadre;

  @ManyToOne(() => Post)
  @JoinColumn({ name: 'post_id' })
  post: Post;

  @Column('date', { name: 'from_day' })
  fromDay: string;

  /** 免职时间: from this day on the seat is not held. */
  @Column('date', { name: 'to_day', nullable: true })
  toDay: string | null;

  @Column('boolean', { name: 'occupies_headcount' })
  occupiesHeadcount: boolean;

  @Column('text')
  mode: AppointmentMode;

  /** The proposal that brought it about; null for what a workbook brought. */
  @Column('bigint', { name: 'source_proposal_id', nullable: true })
  sourceProposalId: number | null;
}
