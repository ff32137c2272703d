import type { PositioningProps } from '@fluentui/react-components';

/** Where what a button opens stands: below it where there is room, and never taller than its side of the window has; then it scrolls. */
export const BELOW_START: PositioningProps = { position: 'below', align: 'start', autoSize: 'height' };
export const BELOW_END: PositioningProps = { ...BELOW_START, align: 'end' };
