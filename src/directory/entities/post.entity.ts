import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { PostRank, PostTier } from '../../../machines/rules/index.js';
import { Team } from './team.entity.js';

/** A leading post 职位; a civil rank 职级 is none. */
@Entity('post')
export class Post {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: number;

  @Column('text', { unique: true })
  code: string;

  @ManyToOne(() => Team)
  @JoinColumn({ name: 'team_id' })
  team: Team;

  @Column('text')
  name: string;

  @Column('text')
  rank: PostRank;

  @Column('text')
  tier: PostTier;
}
