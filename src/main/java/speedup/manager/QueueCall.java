package speedup.manager;

/** The operations of a queue beside those of every collection. */
enum QueueCall {
  OFFER,
  POLL,
  PEEK,
  DRAIN,
  REMAINING,
  TASK_DONE,
  JOIN
}
