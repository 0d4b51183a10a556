import { Appointment } from './appointment.entity.js';
import { Cadre } from './cadre.entity.js';
import { Post } from './post.entity.js';
import { Team } from './team.entity.js';
import { Unit } from './unit.entity.js';

export { Appointment, Cadre, Post, Team, Unit };

export const DIRECTORY_ENTITIES = [Unit, Team, Post, Cadre, Appointment];
