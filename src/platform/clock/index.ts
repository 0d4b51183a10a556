export { Clock, SystemClock } from './clock.js';
export { FixedClock } from './fixed-clock.js';
export { MovableClock } from './movable-clock.js';
export { ClockModule } from './clock.module.js';
