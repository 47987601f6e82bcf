/** What a task sees in a worker process. */
package speedup.pool.task;
