export { CodeLines } from '../components/CodeLines/CodeLines';
