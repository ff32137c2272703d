import { z } from 'zod';
import { notificationSettings, notificationState } from '../notifications';
import { call } from './call';
import { nothing } from './inputs';

/** Calls about notifications of this computer's desktop. */
export const notificationCalls = {
  'notifications.get': call(nothing, notificationState, ['storeClosed']),
  'notifications.save': call(notificationSettings, z.null(), ['storeClosed']),
  /** Shows one to see what it looks like. */
  'notifications.try': call(nothing, z.null(), ['storeClosed']),
} as const;
