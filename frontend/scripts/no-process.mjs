// In place of a stand-in for Node.js's `process`, timers and all: React and Next.js ask it in browsers for its environment and
// for whether it takes errors, and no more.
export const env = {};
