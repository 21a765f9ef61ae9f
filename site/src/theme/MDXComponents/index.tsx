import MDXComponents from '@theme-init/MDXComponents';
import { Answer } from '../../components/Answer/Answer';
import { Exercise } from '../../components/Exercise/Exercise';
import { ExerciseText } from '../../components/Exercise/ExerciseText';
import { Playground } from '../../components/Playground/Playground';
import { Recorded } from '../../components/Recorded/Recorded';
import { WideTable } from '../../components/WideTable/WideTable';

/** What a lesson may use without importing it. */
export default { ...MDXComponents, Answer, Exercise, ExerciseText, Playground, Recorded, table: WideTable };
