/**
 * Kept between an action and its post step: its name, and that it ended by itself. The second stays empty when the
 * process was cancelled or killed.
 */
export const begunState = "golive-begun";
export const endedState = "golive-ended";
