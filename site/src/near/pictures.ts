export { Recorded } from '../components/Recorded/Recorded';
export { Timeline } from '../components/Timeline/Timeline';
