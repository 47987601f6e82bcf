package speedup.manager;

/** The operations of a semaphore. */
enum SemaphoreCall {
  ACQUIRE,
  RELEASE,
  AVAILABLE
}
