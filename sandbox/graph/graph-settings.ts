import type { GraphSpelling } from '../types';
import { Settling } from './settling';

/** What the control can change about the Graph surface. */
export class GraphSettings {
  spelling: GraphSpelling = 'schema';
  readonly settling = new Settling();
}
