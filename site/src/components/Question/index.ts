export { Option } from './Option';
export { Predict } from './Predict';
export { Quiz } from './Quiz';
export { Why } from './Why';
